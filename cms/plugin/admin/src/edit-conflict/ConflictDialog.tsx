import type { ItemType } from 'disclosure-contract';
import { useConflict } from './conflict-store';
import { ConflictChoices } from './ConflictChoices';

/** Opens by itself when a save met another's. */
export const ConflictDialog = ({ type, documentId }: { type: ItemType; documentId: string }) => {
  const conflict = useConflict(documentId);
  return conflict === null ? null : <ConflictChoices key={conflict.current} type={type} conflict={conflict} />;
};

import { useConflict } from './conflict-store';
import { ConflictChoices } from './ConflictChoices';

/** Opens by itself when a save met another's. */
export const ConflictDialog = ({ documentId }: { documentId: string }) => {
  const conflict = useConflict(documentId);
  return conflict === null ? null : <ConflictChoices key={conflict.current} conflict={conflict} />;
};

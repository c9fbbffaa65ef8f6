import type { NamedFlow } from 'disclosure-contract';
import type { PowerKind } from 'disclosure-contract/flow';

export const TransferMenus = (_: { kind: PowerKind | null; variant: NamedFlow | null }) => null;

/** What is looked at of a file: `fileName` and `sha256` of a published one, `id` and `hash` of a draft's. */
export interface ComparedFile {
  readonly name: string;
  readonly fileName?: string;
  readonly sha256?: string;
  readonly id?: number;
  /** Changes with the bytes. */
  readonly hash?: string;
  readonly size?: number;
  readonly accessibleText?: string | null;
  readonly role?: 'attachment' | 'image';
}

export type AttachmentChange =
  | { readonly kind: 'added' | 'removed'; readonly name: string }
  | { readonly kind: 'renamed'; readonly before: string; readonly name: string }
  /** Other bytes under the same name. */
  | { readonly kind: 'replaced'; readonly name: string }
  | { readonly kind: 'described'; readonly name: string; readonly before: string; readonly after: string }
  | { readonly kind: 'moved'; readonly name: string };

/** How a list of files became another: by their bytes first, then by their names. Images of the body are no attachments. */
export function attachmentChanges(
  before: readonly ComparedFile[],
  after: readonly ComparedFile[],
): readonly AttachmentChange[] {
  const [former, latter] = [before.filter(isListed), after.filter(isListed)];
  const partners = partnersOf(former, latter);
  const changes: AttachmentChange[] = [];
  for (const file of former) if (!partners.has(file)) changes.push({ kind: 'removed', name: file.name });
  const kept: ComparedFile[] = [];
  for (const file of latter) {
    const old = [...partners].find(([, partner]) => partner === file)?.[0];
    if (old === undefined) {
      changes.push({ kind: 'added', name: file.name });
      continue;
    }
    kept.push(old);
    if (!hasSameBytes(old, file)) changes.push({ kind: 'replaced', name: file.name });
    if (old.name !== file.name) changes.push({ kind: 'renamed', before: old.name, name: file.name });
    const [was, is] = [old.accessibleText ?? '', file.accessibleText ?? ''];
    if (was !== is) changes.push({ kind: 'described', name: file.name, before: was, after: is });
  }
  const order = former.filter((file) => partners.has(file));
  const moved = kept.flatMap((file, at) => (file === order[at] ? [] : [{ kind: 'moved', name: file.name } as const]));
  return [...changes, ...moved];
}

function isListed({ role }: ComparedFile): boolean {
  return role !== 'image';
}

function partnersOf(
  former: readonly ComparedFile[],
  latter: readonly ComparedFile[],
): ReadonlyMap<ComparedFile, ComparedFile> {
  const partners = new Map<ComparedFile, ComparedFile>();
  const free = new Set(latter);
  const tests = [
    (one: ComparedFile, other: ComparedFile) => hasSameBytes(one, other) && one.name === other.name,
    hasSameBytes,
    (one: ComparedFile, other: ComparedFile) => one.id !== undefined && one.id === other.id,
    (one: ComparedFile, other: ComparedFile) => one.name === other.name,
  ];
  for (const isPartner of tests) {
    for (const file of former) {
      if (partners.has(file)) continue;
      const partner = [...free].find((other) => isPartner(file, other));
      if (partner === undefined) continue;
      partners.set(file, partner);
      free.delete(partner);
    }
  }
  return partners;
}

/** A published file and one of a draft have nothing in common to be compared by: their names must do. */
function hasSameBytes(one: ComparedFile, other: ComparedFile): boolean {
  if (one.sha256 !== undefined && other.sha256 !== undefined) return one.sha256 === other.sha256;
  if (one.hash !== undefined && other.hash !== undefined) return one.hash === other.hash && one.size === other.size;
  return one.name === other.name;
}

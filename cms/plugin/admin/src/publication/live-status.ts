/** Whether a version of a document is published. Published has more than one name here: see labels/server-texts.ts. */
export function isLive(document: object | undefined): boolean {
  const status = document === undefined || !('status' in document) ? 'draft' : document.status;
  return status !== undefined && status !== 'draft' && status !== 'withdrawn';
}

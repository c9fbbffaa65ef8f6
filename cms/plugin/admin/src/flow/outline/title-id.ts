/** Id of the input that holds the title of a node in the outline. */
export function titleId(fieldId: string, nodeId: string): string {
  return `${fieldId}-outline-${nodeId}`;
}

/** A node or an edge that is to be brought into view and given the focus. */
export interface Sought {
  readonly nodeId: string | null;
  readonly edgeId: string | null;
}

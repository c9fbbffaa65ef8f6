/** What the design system's icons lack. */
const Glyph = ({ path }: { path: string }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const AlignLeft = () => <Glyph path="M1 2h14v1.6H1zM1 5.5h9v1.6H1zM1 9h14v1.6H1zM1 12.5h9v1.6H1z" />;
export const AlignCentre = () => <Glyph path="M1 2h14v1.6H1zM3.5 5.5h9v1.6h-9zM1 9h14v1.6H1zM3.5 12.5h9v1.6h-9z" />;
export const AlignRight = () => <Glyph path="M1 2h14v1.6H1zM6 5.5h9v1.6H6zM1 9h14v1.6H1zM6 12.5h9v1.6H6z" />;
export const Undo = () => <Glyph path="M6 2.2v3h3.6a4.4 4.4 0 0 1 0 8.8H4v-1.6h5.6a2.8 2.8 0 0 0 0-5.6H6v3L1.4 6z" />;
export const Redo = () => (
  <Glyph path="M10 2.2v3H6.4a4.4 4.4 0 0 0 0 8.8H12v-1.6H6.4a2.8 2.8 0 0 1 0-5.6H10v3L14.6 6z" />
);
export const ClearFormat = () => (
  <Glyph path="M2.5 2h10v2H9.2L7.9 8.3 6.4 6.8 7.2 4H2.5zM2 6.1l1.1-1.1 10.5 10.4-1.2 1.1-5.3-5.3L6.3 14H4.2l1.4-4.3z" />
);

import type { ReactNode, SyntheticEvent } from 'react';

const stop = (event: SyntheticEvent) => event.stopPropagation();

/**
 * Keeps focus and pointer in a dialog from the button of the form that opened it. To React the dialog is inside that button:
 * Strapi (5.54) shows the button's hint over the dialog whenever something in it is focused, and Escape closes the hint.
 */
export const ApartFromButton = ({ children }: { children: ReactNode }) => (
  <div onFocus={stop} onPointerMove={stop} style={{ display: 'contents' }}>
    {children}
  </div>
);

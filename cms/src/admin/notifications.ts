/**
 * Strapi's notifications lie over the title of a page, and two of them over each other. Here they stand at the bottom, one
 * above the other, each as high as what it says. Strapi offers no setting for it; the doubled attribute outweighs the rules
 * of its notification library.
 */
const STYLE = `
[data-sonner-toaster][data-sonner-toaster][data-y-position='top'] {
  top: auto;
  bottom: 2.4rem;
}

[data-sonner-toaster] [data-sonner-toast][data-y-position='top'][data-mounted='true'][data-removed='false'] {
  --y: translateY(calc(-1 * var(--offset)));
  top: auto;
  bottom: 0;
  height: var(--initial-height);
}
`;

export function moveNotifications(): void {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
}

/** Headings of sanitised HTML so that none is more than one level below the one before: the page's own is the first. */
export function evenHeadings(html: string): string {
  let levels: { written: number; shown: number }[] = [];
  return html.replace(/<(\/?)h([2-5])>/g, (_whole, slash: string, digit: string) => {
    const written = Number(digit);
    if (slash === '') {
      levels = levels.filter((above) => above.written < written);
      levels.push({ written, shown: Math.min(5, 2 + levels.length) });
    }
    return `<${slash}h${levels.at(-1)?.shown ?? 2}>`;
  });
}

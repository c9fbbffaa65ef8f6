/** Which part of a guide is about applications: every guide has one under this name (依申请公开). */
const ABOUT_APPLICATIONS = /依申请公开|申请公开/;

const HEADING = /<h([2-5])\b[^>]*>([\s\S]*?)<\/h\1>/g;

/**
 * What a guide says of applications for information, as it stands there: from the heading of that part to the next of its
 * rank. Null where it has none. Expects sanitised HTML; headings come out below the second level.
 */
export function applicationSection(html: string): string | null {
  const headings = [...html.matchAll(HEADING)].map((match) => ({
    level: Number(match[1]),
    text: (match[2] ?? '').replace(/<[^>]*>/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const at = headings.findIndex(({ text }) => ABOUT_APPLICATIONS.test(text));
  const own = headings[at];
  if (own === undefined) return null;
  const next = headings.slice(at + 1).find(({ level }) => level <= own.level);
  const section = html.slice(own.end, next?.start).trim();
  const up = own.level - 2;
  return section === ''
    ? null
    : section.replace(/<(\/?)h([2-5])\b/g, (_, slash: string, level: string) => {
        return `<${slash}h${Math.max(3, Number(level) - up)}`;
      });
}

import {
  countFindings,
  INSPECTION_SEVERITIES,
  type InspectionFinding,
  type InspectionSeverity,
} from '../../shared/src/inspection/index.ts';
import type { Language } from './command-line.ts';
import type { Crawl } from './crawl.ts';

const AT_ONCE: Readonly<Record<Language, string>> = { zh: '立即', en: 'at once' };

/** One line that can be searched and cut, with tabs between its parts. */
export function inspectionLine(finding: InspectionFinding, site: string, language: Language): string {
  const { severity, place, rule, dueOn, wrong, remedy } = finding;
  const address = place.startsWith('/') ? site + place : place;
  const words = [INSPECTION_SEVERITIES[severity][language], address, rule, dueOn ?? AT_ONCE[language]];
  return [...words, wrong[language], remedy[language]].map((part) => part.replace(/\s+/g, ' ')).join('\t');
}

export interface InspectionSummary {
  readonly site: string;
  readonly day: string;
  readonly crawled: Pick<Crawl, 'visited' | 'leftOut' | 'pages'>;
  readonly findings: readonly InspectionFinding[];
}

export function summaryLine({ site, day, crawled, findings }: InspectionSummary, language: Language): string {
  const counts = countFindings(findings);
  const { visited, leftOut, pages } = crawled;
  const weights = (Object.keys(INSPECTION_SEVERITIES) as InspectionSeverity[]).map(
    (severity) => `${INSPECTION_SEVERITIES[severity][language]} ${counts[severity]}`,
  );
  if (language === 'en') {
    const rest = leftOut === 0 ? '' : `, ${leftOut} addresses were left out (--addresses)`;
    return `${site}, ${day}: ${weights.join(', ')}; ${pages.length} pages read, ${visited} addresses asked for${rest}`;
  }
  const rest = leftOut === 0 ? '' : `，还有 ${leftOut} 个地址没有看（--addresses）`;
  return `${site}，${day}：${weights.join('，')}；读了 ${pages.length} 页，看了 ${visited} 个地址${rest}`;
}

/** For programs. */
export function inspectionJson({ site, day, crawled, findings }: InspectionSummary): string {
  const { visited, leftOut, pages } = crawled;
  const counts = countFindings(findings);
  return JSON.stringify({ site, day, pages: pages.length, addresses: visited, leftOut, counts, findings }, null, 2);
}

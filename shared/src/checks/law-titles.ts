import { KNOWN_LAWS, type Law, OTHER_TITLES } from './data/laws.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';
import { type Phrase, PhraseBook } from './near-misses.ts';

const COUNTRY = '中华人民共和国';
/** A shorter title that differs in a character of another sound may be that of another law. */
const SHORTEST_TITLE = 5;
const SHORTEST_PROTECTED = 9;

const byTitle = new Map<string, Law>(KNOWN_LAWS.map((law) => [law.title, law]));
const book = new PhraseBook<Phrase>(
  [...byTitle.keys()]
    .filter((title) => title.length >= SHORTEST_TITLE)
    .map((text) => ({ text, isProtected: text.length >= SHORTEST_PROTECTED })),
  [...byTitle.keys(), ...OTHER_TITLES],
);

const TITLE = /《([^《》\n]{3,60})》/g;
const ORDER = /^\s*[（(]?\s*(?:中华人民共和国)?(?:国务院令|国令)\s*第?\s*(\d{1,4})\s*号/;

/** Titles in 《》 that are nearly those of known laws, and orders that are not theirs. */
export function checkLawTitles(checked: CheckedText): Finding[] {
  return [...checked.text.matchAll(TITLE)].flatMap(({ 0: quoted, 1: written = '', index }) => {
    const title = withoutCountry(written);
    const law = byTitle.get(title);
    if (law === undefined) return misspeltTitle(checked, index + 1 + written.length - title.length, title);
    return wrongOrder(checked, law, index + quoted.length);
  });
}

function withoutCountry(title: string): string {
  return title.startsWith(COUNTRY) ? title.slice(COUNTRY.length) : title;
}

function misspeltTitle(checked: CheckedText, at: number, title: string): Finding[] {
  const miss = book.nearMisses(title).find(({ found }) => found === title);
  if (miss === undefined) return [];
  const { text: suggestion } = miss.phrase;
  return [
    findingIn(checked, {
      rule: 'law_title',
      severity: 'error',
      at,
      found: title,
      suggestion,
      message: {
        zh: `没有《${title}》，是否为《${suggestion}》`,
        en: `No "${title}" is known: "${suggestion}" may be meant`,
      },
    }),
  ];
}

function wrongOrder(checked: CheckedText, { title, orders, formerOrders }: Law, after: number): Finding[] {
  const match = ORDER.exec(checked.text.slice(after, after + 40));
  const [whole = '', number = ''] = match ?? [];
  if (match === null || orders.length === 0 || orders.includes(Number(number))) return [];
  const current = `${orders[0] ?? ''}`;
  const isFormer = formerOrders.includes(Number(number));
  return [
    findingIn(checked, {
      rule: isFormer ? 'law_replaced' : 'law_number',
      severity: 'warning',
      at: after + whole.lastIndexOf(number),
      found: number,
      suggestion: current,
      message: isFormer
        ? {
            zh: `第${number}号令公布的《${title}》已被第${current}号令取代，引用现行义务时应写现行版本`,
            en: `The version of order ${number} was replaced by that of order ${current}`,
          }
        : {
            zh: `《${title}》由国务院令第${current}号公布，文中写作第${number}号`,
            en: `The regulation was made by order ${current} of the State Council, not by order ${number}`,
          },
    }),
  ];
}

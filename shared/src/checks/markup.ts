import { coloursWithin, isHiddenByItself, PLAIN } from '../hidden-elements.ts';
import type { CheckContext } from './context.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';

interface Tag {
  readonly at: number;
  readonly source: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements that run or fetch something, and have no business in the text of an item. */
const ACTIVE = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base', 'marquee', 'form', 'style']);

/**
 * HTML as it came in, before it is sanitised: what the sanitiser would take away without a word is reported, since somebody put
 * it there. `text` is the source; places are in it.
 */
export function checkMarkup(checked: CheckedText, context: CheckContext = {}): Finding[] {
  return tagsOf(checked.text).flatMap((tag) => [
    ...activeElement(checked, tag),
    ...hiddenElement(checked, tag),
    ...address(checked, tag, context),
  ]);
}

const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const LONGEST_TAG = 4000;

function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  // From one "<" to the next ">": a regular expression over the whole would go back and forth in long damaged tags.
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const end = endOfTag(html, at);
    if (end < 0) continue;
    const source = html.slice(at, end);
    const [, name] = /^<([a-z][a-z0-9-]*)/i.exec(source) ?? [];
    if (name === undefined) continue;
    tags.push({ at, source, name: name.toLowerCase(), attributes: attributesOf(source.slice(name.length + 1, -1)) });
  }
  return tags;
}

/** Behind the `>` that closes the tag, which may also stand in a quoted value; -1 for no tag. */
function endOfTag(html: string, at: number): number {
  let quote = '';
  for (let end = at + 1; end < html.length && end - at < LONGEST_TAG; end += 1) {
    const char = html.charAt(end);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && html.charAt(end - 1) === '=') quote = char;
    else if (char === '>') return end + 1;
    else if (char === '<') return -1;
  }
  return -1;
}

function attributesOf(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );
}

function activeElement(checked: CheckedText, tag: Tag): Finding[] {
  const handler = Object.keys(tag.attributes).find((name) => /^on[a-z]+$/.test(name));
  const isRefresh = tag.name === 'meta' && /refresh/i.test(tag.attributes['http-equiv'] ?? '');
  if (!ACTIVE.has(tag.name) && handler === undefined && !isRefresh) return [];
  const what = handler ?? `<${tag.name}>`;
  return [
    markupFinding(checked, tag, 'active_markup', {
      zh: `正文里有会运行或跳转的内容（${what}）：删去，并查明是谁放入的`,
      en: `The text contains something that runs or leads away (${what}): delete it and find out who put it there`,
    }),
  ];
}

function hiddenElement(checked: CheckedText, tag: Tag): Finding[] {
  const { isUnseen } = coloursWithin(PLAIN, tag.attributes);
  if (!isUnseen && !isHiddenByItself(tag.name, tag.attributes)) return [];
  return [
    markupFinding(checked, tag, 'hidden_markup', {
      zh: `<${tag.name}>里的内容读者看不见，暗链常用这种写法：删去`,
      en: `Readers see nothing of what is in this <${tag.name}>, as with injected links: delete it`,
    }),
  ];
}

const ADDRESSES = ['href', 'src', 'action', 'data', 'poster', 'background'];
const RUNNING = /^(?:javascript|vbscript|data):/i;

function address(checked: CheckedText, tag: Tag, { knownHosts = [] }: CheckContext): Finding[] {
  return ADDRESSES.flatMap((name) => {
    // Browsers pass over white space and control characters here.
    const written = [...(tag.attributes[name] ?? '')].filter((char) => char > ' ').join('');
    if (RUNNING.test(written) && !/^data:image\/(?:png|jpe?g|gif|webp);/i.test(written)) {
      return [
        markupFinding(checked, tag, 'running_address', {
          zh: '链接地址会运行程序，不是网址：删去',
          en: 'The address runs a program: delete it',
        }),
      ];
    }
    const host = hostOf(written);
    if (host === null || isKnown(host, knownHosts)) return [];
    return [foreignHost(checked, tag, host)];
  });
}

function hostOf(address: string): string | null {
  const [, host] = /^(?:https?:)?[\\/]{2}(?:[^/?#\\]*@)?([^/?#:\\]+)/i.exec(address) ?? [];
  return host?.toLowerCase() ?? null;
}

function isKnown(host: string, knownHosts: readonly string[]): boolean {
  return ['gov.cn', ...knownHosts].some((known) => host === known || host.endsWith(`.${known}`));
}

function foreignHost(checked: CheckedText, tag: Tag, host: string): Finding {
  const isDisguised = host.split('.').some((label) => label.startsWith('xn--'));
  return findingIn(checked, {
    rule: isDisguised ? 'disguised_domain' : 'foreign_domain',
    severity: isDisguised ? 'error' : 'warning',
    at: tag.at,
    found: tag.source,
    suggestion: null,
    message: {
      zh: isDisguised
        ? `链接指向用其他文字伪装的域名${host}：核对后删去或换成真实网址`
        : `链接指向政府网站以外的域名${host}：核对是否应当链接，域名是否已被他人抢注`,
      en: `The link leads to ${host}, ${isDisguised ? 'a name in disguise' : 'which is no government site'}: check it`,
    },
  });
}

function markupFinding(checked: CheckedText, tag: Tag, rule: string, message: Finding['message']): Finding {
  return findingIn(checked, { rule, severity: 'error', at: tag.at, found: tag.source, suggestion: '', message });
}

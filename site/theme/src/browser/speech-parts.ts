/** Browsers break off what takes long to say, and a pause begins again where a part began. */
const LONGEST = 120;
const AFTER_SENTENCES = /(?<=[。！？；…])|(?<=[.!?;])\s+/;
const AFTER_PHRASES = /(?<=[，、：,:])/;

/** A text in parts that are short enough to be said in one go: at the ends of sentences, else of phrases, else anywhere. */
export function speechParts(text: string): string[] {
  return text
    .split(AFTER_SENTENCES)
    .flatMap((sentence) => (sentence.length > LONGEST ? phrasesOf(sentence) : [sentence]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** As many phrases together as fit. */
function phrasesOf(sentence: string): string[] {
  const parts: string[] = [];
  for (const phrase of sentence.split(AFTER_PHRASES).flatMap(piecesOf)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + phrase.length <= LONGEST) parts[parts.length - 1] = last + phrase;
    else parts.push(phrase);
  }
  return parts;
}

function piecesOf(phrase: string): string[] {
  return phrase.match(new RegExp(`[\\s\\S]{1,${LONGEST}}`, 'g')) ?? [];
}

/**
 * How much a finding weighs: an `error` is certain and keeps a version from being submitted and published, a `warning` is
 * likely and asks to be looked at, `advice` is a matter of style.
 */
export const SEVERITIES = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A piece of text that is checked as a whole: a field of an item, a part of a file, a line of a document. */
export interface CheckedText {
  /** Where it stands: the name of a field (`title`, `body`, `attachments`) or a path of a file. */
  readonly place: string;
  /** Where inside of that, for people: "申请表.docx › 批注"; null for the place itself. */
  readonly part: string | null;
  readonly text: string;
}

/** One thing that a check found in a text. Nothing is changed by it: whoever wrote the text decides. */
export interface Finding {
  /** The rule that found it, from the closed list of its check. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  readonly part: string | null;
  /** Where it begins in the checked text, in UTF-16 units. */
  readonly at: number;
  /** The very words; of personal data, to be shown to editors only and never to be logged. */
  readonly found: string;
  /** What to write instead; '' for words to be deleted, null where only the writer can know. */
  readonly suggestion: string | null;
  /** What is wrong, for editors, in both languages of the interface. */
  readonly message: { readonly zh: string; readonly en: string };
}

/** What a rule says of a place; the place of the text is added. */
export type Found = Omit<Finding, 'place' | 'part'>;

export function findingIn({ place, part }: CheckedText, { rule, severity, ...found }: Found): Finding {
  return { rule, severity, place, part, ...found };
}

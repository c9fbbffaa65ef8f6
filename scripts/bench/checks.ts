import { join } from 'node:path';
import { checkText, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';
import { COLLOCATIONS } from '../../shared/src/checks/data/collocations.ts';
import { ORGAN_NAMES, PROTECTED_NAMES } from '../../shared/src/checks/data/protected-names.ts';
import { makeWordingModel } from '../../shared/src/checks/wording-model.ts';
import { handbook, hasHandbook } from '../../tests/support/handbook.ts';
import { learnWording } from '../wording/learn.ts';
import { readRegulations, type Regulation, thirdOf } from '../wording/regulations.ts';
import { typoFor } from '../wording/typos.ts';
import { AIMS } from './aims.ts';
import type { Portal } from './portal.ts';
import { Random } from './random.ts';
import type { Row } from './report.ts';

const PAGE = 5000;
/** Between two made errors lie at least this many characters, so that none is judged by another. */
const DISTANCE = 60;
const WORDING_RULES = new Set(['unusual_wording', 'collocation', 'protected_name', 'misspelling', 'law_title']);

/**
 * How well wrong words are found. The statistics learn from two thirds of the regulations, threshold included; all figures are
 * of the other third.
 */
export function measureChecks({ bench }: Portal): Promise<Row[]> {
  return Promise.resolve(rowsOfChecks((line) => bench.say(line)));
}

function rowsOfChecks(say: (line: string) => void): Row[] {
  if (!hasHandbook) {
    const note = 'the regulations are not there: set GONGKAI_HANDBOOK to the folder that holds corpus/';
    return [{ metric: 'wrong words found', unit: '%', ours: null, note }];
  }
  const regulations = readRegulations(join(handbook, 'corpus/regulations'));
  const tested = regulations.filter((each) => thirdOf(each) === 0);
  const learnt = learnWording(
    regulations.filter((each) => thirdOf(each) !== 0),
    say,
  );
  const context: CheckContext = { model: makeWordingModel(learnt) };

  say(`${tested.length} other texts as they are`);
  const clean = checkClean(tested, context);
  say('the same with made errors');
  const typos = tryTypos(tested, context, typosAnywhere);
  const phraseTypos = tryTypos(tested, context, typosInPhrases);
  return [
    ...rowsOf('typos of the same sound', typos, AIMS.typosFoundPercent),
    {
      metric: 'false warnings of the statistics',
      unit: 'per 20,000',
      ours: clean.warnings,
      aim: AIMS.falseWarnings,
      note: `${tested.length} texts, ${clean.characters.toLocaleString('en')} characters; table of ${learnt.cells.byteLength.toLocaleString('en')} bytes`,
    },
    ...rowsOf('typos in official phrases', phraseTypos, AIMS.phraseTyposFoundPercent),
    { metric: 'false errors of the lists', unit: 'per 20,000', ours: clean.errors, aim: AIMS.falseErrors },
    {
      metric: 'checking 5,000 characters',
      unit: 'ms',
      ours: clean.pageMs,
      aim: AIMS.checkedPageMs,
      note: 'processor time, all rules',
    },
  ];
}

function rowsOf(name: string, trial: Trial, aim: number): Row[] {
  return [
    {
      metric: `${name}: found`,
      unit: '%',
      ours: (100 * trial.found) / trial.made,
      aim,
      note: `${trial.found} of ${trial.made}`,
    },
    { metric: `${name}: right suggestion of those found`, unit: '%', ours: (100 * trial.right) / trial.found },
  ];
}

interface Clean {
  readonly characters: number;
  readonly warnings: number;
  readonly errors: number;
  readonly pageMs: number;
}

/** What is found in texts as they are counts as false, though some of it is not: the regulations have misprints of their own. */
function checkClean(regulations: readonly Regulation[], context: CheckContext): Clean {
  const characters = regulations.reduce((sum, { text }) => sum + text.length, 0);
  const startedAt = process.cpuUsage();
  const findings = regulations.flatMap(({ text, title }) => checkText({ place: title, part: null, text }, context));
  const { user, system } = process.cpuUsage(startedAt);
  const wording = findings.filter(({ rule }) => WORDING_RULES.has(rule));
  const share = (some: readonly Finding[]) => (some.length * 20_000) / characters;
  return {
    characters,
    warnings: share(wording.filter(({ rule }) => rule === 'unusual_wording')),
    errors: share(wording.filter(({ severity }) => severity === 'error')),
    pageMs: ((user + system) / 1000 / characters) * PAGE,
  };
}

interface Trial {
  readonly made: number;
  readonly found: number;
  readonly right: number;
}

type MakeTypos = (text: string, random: Random) => ReadonlyMap<number, string>;

function tryTypos(regulations: readonly Regulation[], context: CheckContext, make: MakeTypos): Trial {
  const random = new Random(3);
  let [made, found, right] = [0, 0, 0];
  for (const { text, title } of regulations) {
    const typos = make(text, random);
    const characters = text.split('');
    for (const [at, typo] of typos) characters[at] = typo;
    const findings = checkText({ place: title, part: null, text: characters.join('') }, context).filter(({ rule }) =>
      WORDING_RULES.has(rule),
    );
    for (const at of typos.keys()) {
      made += 1;
      const finding = findings.find((each) => each.at <= at && at < each.at + each.found.length);
      if (finding === undefined) continue;
      found += 1;
      if (finding.suggestion === text.slice(finding.at, finding.at + finding.found.length)) right += 1;
    }
  }
  return { made, found, right };
}

/** In Chinese characters taken at random, far enough from each other. */
function typosAnywhere(text: string, random: Random): ReadonlyMap<number, string> {
  const typos = new Map<number, string>();
  for (let at = random.below(DISTANCE); at < text.length; at += DISTANCE + random.below(DISTANCE)) {
    const typo = typoFor(text.charAt(at), random);
    if (typo !== null) typos.set(at, typo);
  }
  return typos;
}

const phrases = [...COLLOCATIONS, ...PROTECTED_NAMES, ...ORGAN_NAMES]
  .flatMap(({ entries }) => entries)
  .filter((phrase) => phrase.length >= 4);
const PHRASE = new RegExp(phrases.sort((one, other) => other.length - one.length).join('|'), 'g');

/** One in each official phrase that is far enough from the one before. */
function typosInPhrases(text: string, random: Random): ReadonlyMap<number, string> {
  const typos = new Map<number, string>();
  let last = -DISTANCE;
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    const at = index + random.below(phrase.length);
    const typo = typoFor(text.charAt(at), random);
    if (typo === null || at - last < DISTANCE) continue;
    typos.set(at, typo);
    last = at;
  }
  return typos;
}

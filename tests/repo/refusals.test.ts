import { ERROR_CODES, ITEM_RECORD_PROBLEMS } from 'disclosure-contract';
import { expect, test } from 'vitest';
import english from '../../cms/plugin/admin/src/translations/refusals.en.json' with { type: 'json' };
import { INCOMPLETE_CODES } from '../../cms/plugin/server/src/domain/problem.ts';

/** Refusals that no officer in the admin ever gets: of the site node, of scripts, at the start. */
const ELSEWHERE = [
  'batch_missing',
  'batch_unknown',
  'config_invalid',
  'content_store_corrupt',
  'feed_invalid',
  'feed_unreachable',
  'import_unreadable',
  'nudge_refused',
];

test('every refusal that an officer may get has an English text, and there is no text without a refusal', () => {
  const inRecords = Object.keys(ITEM_RECORD_PROBLEMS);
  const codes = [...ERROR_CODES, ...INCOMPLETE_CODES, ...inRecords].filter((code) => !ELSEWHERE.includes(code));
  const translated = new Set(Object.keys(english).map((key) => key.split('.')[0]));
  expect([...translated].sort()).toEqual([...codes].sort());
});

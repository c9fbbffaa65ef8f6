import { expect, test } from 'vitest';
import { travelsTo, type Audience } from './audience.ts';
import { DISCLOSURE_MODES, SCOPES, type DisclosureMode, type Scope } from './vocabulary.ts';

const combinations = (Object.keys(DISCLOSURE_MODES) as DisclosureMode[]).flatMap((disclosureMode) =>
  (Object.keys(SCOPES) as Scope[]).flatMap((scope) =>
    (['public', 'staff'] as Audience[]).map((audience) => ({ disclosureMode, scope, audience })),
  ),
);

const TRAVELLING = ['proactive public public', 'proactive public staff', 'proactive internal staff'];

test('every mode, scope and audience is looked at', () => {
  expect(combinations).toHaveLength(12);
});

test.each(combinations)('a $disclosureMode item of scope $scope reaches a $audience node only when it may', (given) => {
  const { disclosureMode, scope, audience } = given;
  expect(travelsTo(given, audience)).toBe(TRAVELLING.includes(`${disclosureMode} ${scope} ${audience}`));
});

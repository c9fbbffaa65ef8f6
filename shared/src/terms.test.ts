import { describe, expect, test } from 'vitest';
import { termsOf } from './terms.ts';

const NOTHING = { deadlineRule: null, reviewProcedure: null };
const CATEGORY = { deadlineRule: 'working_days_20', reviewProcedure: '科室初审，办公室复核' } as const;

describe('termsOf()', () => {
  test.each([
    { what: 'the category, when the item says nothing', item: NOTHING, primary: CATEGORY, holds: CATEGORY },
    {
      what: 'the item, in each thing that it says',
      item: { deadlineRule: 'immediate', reviewProcedure: null },
      primary: CATEGORY,
      holds: { deadlineRule: 'immediate', reviewProcedure: CATEGORY.reviewProcedure },
    },
    {
      what: 'the item, when its category is not there',
      item: { deadlineRule: null, reviewProcedure: '局务会议审定' },
      primary: null,
      holds: { deadlineRule: null, reviewProcedure: '局务会议审定' },
    },
    { what: 'nobody, when nobody says anything', item: NOTHING, primary: null, holds: NOTHING },
  ] as const)('follows $what', ({ item, primary, holds }) => {
    expect(termsOf(item, primary)).toEqual(holds);
  });
});

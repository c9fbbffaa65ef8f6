import { guideSchema, organSchema, powerSchema, riskPointSchema } from 'disclosure-contract';
import { COMPARED_FIELDS } from 'disclosure-contract/difference';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ROW_SHAPES,
  rowShapeOf,
  rowShapeOfField,
  type Column,
  type RowShape,
  type RowShapeName,
} from './row-shapes.ts';

/** The list of the contract that each shape is the form of. */
const LISTS = {
  POWER_SUB_ITEMS: powerSchema.shape.subItems,
  POWER_BASES: powerSchema.shape.bases,
  POWER_DUTIES: powerSchema.shape.duties,
  LIABILITIES: powerSchema.shape.liabilities,
  LIABILITY_BASES: powerSchema.shape.liabilityBases,
  ADJUSTMENTS: powerSchema.shape.adjustments,
  GUIDE_CONDITIONS: guideSchema.shape.conditions,
  GUIDE_MATERIALS: guideSchema.shape.materials,
  SPECIAL_STAGES: guideSchema.shape.specialStages,
  JOINT_ORGANS: guideSchema.shape.jointOrgans,
  QUESTIONS: guideSchema.shape.questions,
  RISK_MEASURES: riskPointSchema.shape.measures,
  LEADERS: organSchema.shape.leaders.unwrap(),
  VENUES: organSchema.shape.venues.unwrap(),
  APPLICATION_WAYS: organSchema.shape.applicationWays.unwrap(),
} as const satisfies Record<RowShapeName, z.ZodArray<z.ZodType>>;

/** A value that the input of a column gives. */
function writtenIn(column: Column): unknown {
  switch (column.input) {
    case 'text':
    case 'longText':
    case 'code':
      return '甲';
    case 'select':
      return Object.keys(column.vocabulary)[0];
    case 'date':
      return '2026-11-20';
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'limit':
      return { amount: 5, unit: 'working_days' };
  }
}

describe.each(Object.entries(ROW_SHAPES) as [RowShapeName, RowShape][])('the form of %s', (name, shape) => {
  const { element } = LISTS[name] as z.ZodArray<z.ZodType>;

  test('has a column for everything that the contract knows, and no other', () => {
    const known = element instanceof z.ZodObject ? Object.keys(element.shape) : ['text'];
    expect(shape.columns.map(({ key }) => key).sort()).toEqual(known.sort());
    expect(shape.isTexts).toBe(!(element instanceof z.ZodObject));
    expect(shape.columns.map(({ key }) => key)).toEqual(expect.arrayContaining([...shape.summary]));
  });

  test('writes what the contract takes', () => {
    const row = Object.fromEntries(shape.columns.map((column) => [column.key, writtenIn(column)]));
    const entry = shape.isTexts ? row['text'] : row;
    expect(element.parse(entry)).toEqual(entry);
  });

  test('offers every code of its vocabularies', () => {
    for (const column of shape.columns) {
      const schema = shape.schemas[column.key];
      const codes = schema instanceof z.ZodEnum ? schema.options : null;
      expect(column.input === 'select' ? Object.keys(column.vocabulary) : null).toEqual(codes);
    }
  });
});

test('every shape is that of a field', () => {
  const fields = Object.entries(COMPARED_FIELDS).flatMap(([field, as]) => (as === 'rows' ? [field] : []));
  // Of an organ nobody compares versions.
  const { LEADERS, VENUES, APPLICATION_WAYS, ...ofItems } = ROW_SHAPES;
  expect([LEADERS, VENUES, APPLICATION_WAYS].every(({ isTexts }) => !isTexts)).toBe(true);
  expect(new Set(fields.map(rowShapeOfField))).toEqual(new Set(Object.values(ofItems)));
});

test('rowShapeOf() knows no shape of another name', () => {
  expect(rowShapeOf('POWER_BASES')).toBe(ROW_SHAPES.POWER_BASES);
  expect([rowShapeOf('toString'), rowShapeOf(undefined)]).toEqual([null, null]);
});

import type { StrapiApp } from '@strapi/strapi/admin';
import type { EditLayout } from '@strapi/content-manager/strapi-admin';
import type { TypeName } from '../labels/types';
import { vocabularyOf, type Vocabulary } from '../labels/vocabularies';
import { CodeField } from './CodeField';
import { RelationField } from './RelationField';

type EditField = EditLayout['layout'][number][number][number];
type InputComponent = Parameters<StrapiApp['addFields']>[0] extends infer Fields
  ? Extract<Fields, { Component: unknown }>['Component']
  : never;

const CODE = 'disclosure-code';
const RELATION = 'disclosure-relation';

/** Inputs that the content manager finds by the type that a layout names. */
export const INPUTS = [
  { type: CODE, Component: CodeField as unknown as InputComponent },
  { type: RELATION, Component: RelationField as unknown as InputComponent },
];

export interface CodeInput {
  readonly vocabulary: Vocabulary;
}

export interface RelationInput {
  readonly type: TypeName;
  readonly target: 'category' | 'organ';
  readonly isMany: boolean;
  /** Items are filed under what has nothing below it. */
  readonly onlyLeaves: boolean;
}

type Relations = Readonly<Record<string, Omit<RelationInput, 'type'>>>;

const OF_ITEMS: Relations = {
  categories: { target: 'category', isMany: true, onlyLeaves: true },
  publisher: { target: 'organ', isMany: false, onlyLeaves: false },
  responsible: { target: 'organ', isMany: false, onlyLeaves: false },
};

/** Relations to the catalogue and to organs, which are few, and which nobody makes while writing an item. */
const RELATIONS: Readonly<Record<TypeName, Relations>> = {
  item: OF_ITEMS,
  power: OF_ITEMS,
  guide: OF_ITEMS,
  'risk-point': OF_ITEMS,
  category: {
    parent: { target: 'category', isMany: false, onlyLeaves: false },
    responsible: { target: 'organ', isMany: false, onlyLeaves: false },
  },
  organ: { parent: { target: 'organ', isMany: false, onlyLeaves: false } },
  'review-chain': {},
  correction: {},
};

/** The field with the input that suits it, where Strapi's own does not. */
export function inputFor(type: TypeName, field: EditField): EditField {
  const vocabulary = vocabularyOf(type, field.name);
  if (vocabulary !== undefined) return { ...field, type: CODE, code: { vocabulary } } as unknown as EditField;
  const relation = RELATIONS[type][field.name];
  if (relation !== undefined) {
    return { ...field, type: RELATION, relation: { ...relation, type } } as unknown as EditField;
  }
  return field;
}

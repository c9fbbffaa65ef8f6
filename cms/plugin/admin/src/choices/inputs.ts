import type { StrapiApp } from '@strapi/strapi/admin';
import type { EditLayout } from '@strapi/content-manager/strapi-admin';
import type { TypeName } from '../labels/types';
import { vocabularyOf, type Vocabulary } from '../labels/vocabularies';
import { CodeField } from './CodeField';

type EditField = EditLayout['layout'][number][number][number];
type InputComponent = Parameters<StrapiApp['addFields']>[0] extends infer Fields
  ? Extract<Fields, { Component: unknown }>['Component']
  : never;

const CODE = 'disclosure-code';

/** Inputs that the content manager finds by the type that a layout names. */
export const INPUTS = [{ type: CODE, Component: CodeField as unknown as InputComponent }];

export interface CodeInput {
  readonly vocabulary: Vocabulary;
}

/** The field with the input that suits it, where Strapi's own does not. */
export function inputFor(type: TypeName, field: EditField): EditField {
  const vocabulary = vocabularyOf(type, field.name);
  if (vocabulary !== undefined) return { ...field, type: CODE, code: { vocabulary } } as unknown as EditField;
  return field;
}

import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import type { ListLayout } from '@strapi/content-manager/strapi-admin';
import { minuteInChina } from 'disclosure-contract';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TypeName } from '../labels/types';
import { vocabularyOf } from '../labels/vocabularies';
import { useLabel } from '../message';

type Column = ListLayout['layout'][number];
type Row = Readonly<Record<string, unknown>>;

/** Cells that fit side by side on a small screen, and that say codes and times as people do. */
export function withOwnCells(columns: Column[], type: TypeName): Column[] {
  return columns.map((column) => {
    const cell = cellFor(column, type);
    return cell === null ? column : { ...column, cellFormatter: cell };
  });
}

function cellFor({ name, attribute }: Column, type: TypeName): ((row: Row) => ReactNode) | null {
  if (name === 'title') return (row) => <Title row={row} />;
  if (name === 'indexNo') return ({ indexNo }) => <Parts text={textOf(indexNo)} after="/" />;
  if (name === 'responsible') return ({ responsible }) => <Text>{shortNameOf(responsible)}</Text>;
  switch (attribute.type) {
    case 'enumeration':
      return (row) => <Code type={type} field={name} value={row[name]} />;
    case 'datetime':
      return (row) => <Parts text={minuteOf(row[name])} after=" " />;
    case 'date':
      return (row) => <Text>{textOf(row[name])}</Text>;
    default:
      return null;
  }
}

const Text = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800">{children === '' ? '-' : children}</Typography>
);

/** The whole title on up to three lines: what tells two notices apart is often at the end. */
const Title = ({ row }: { row: Row }) => (
  <TitleLink to={String(row['documentId'])} onClick={(event) => event.stopPropagation()}>
    {textOf(row['title']) === '' ? '-' : textOf(row['title'])}
  </TitleLink>
);

/** A text that may only break after one character. */
const Parts = ({ text, after }: { text: string; after: string }) => {
  const at = text.indexOf(after);
  if (at < 0) return <Text>{text}</Text>;
  return (
    <Typography variant="pi" textColor="neutral800">
      <Unbroken>{text.slice(0, at + 1)}</Unbroken>
      <wbr />
      <Unbroken>{text.slice(at + 1)}</Unbroken>
    </Typography>
  );
};

const Code = ({ type, field, value }: { type: TypeName; field: string; value: unknown }) => {
  const labelOf = useLabel();
  const code = textOf(value);
  const label = vocabularyOf(type, field)?.[code];
  return <Text>{label ? labelOf(label) : code}</Text>;
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function minuteOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? minuteInChina(value) : '';
}

function shortNameOf(organ: unknown): string {
  if (typeof organ !== 'object' || organ === null) return '';
  const { name, shortName } = organ as { name?: unknown; shortName?: unknown };
  return textOf(shortName) === '' ? textOf(name) : textOf(shortName);
}

const TitleLink = styled(Link)`
  display: -webkit-box;
  overflow: hidden;
  min-width: 18rem;
  max-width: 30rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.43;
  white-space: normal;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
`;

const Unbroken = styled.span`
  display: inline-block;
  white-space: nowrap;
`;

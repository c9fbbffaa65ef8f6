import { VisuallyHidden } from '@strapi/design-system';
import type { Run } from 'disclosure-contract/difference';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useTranslate } from '../message';

/** What was put in: green, underlined, with a plus; said in words to who cannot see it. */
export const Added = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Inserted>
      <VisuallyHidden>{translate('difference.added')}</VisuallyHidden>
      {children}
    </Inserted>
  );
};

/** What was taken out: red, struck through, with a minus. */
export const Removed = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Deleted>
      <VisuallyHidden>{translate('difference.removed')}</VisuallyHidden>
      {children}
    </Deleted>
  );
};

export const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map(({ kind, text }, at) => {
      if (kind === 'added') return <Added key={at}>{text}</Added>;
      if (kind === 'removed') return <Removed key={at}>{text}</Removed>;
      return <span key={at}>{text}</span>;
    })}
  </>
);

const Inserted = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  text-underline-offset: 0.2em;

  &::before {
    content: '+' / '';
    padding: 0 0.1em;
    font-weight: 600;
  }
`;

const Deleted = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  text-decoration: line-through;

  &::before {
    content: '−' / '';
    padding: 0 0.1em;
    font-weight: 600;
  }
`;

import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../message';

const KEYS = [
  ['Tab', 'tab'],
  ['↑ ↓ ← →', 'arrows'],
  ['Enter', 'edit'],
  ['Esc', 'back'],
  ['A', 'add'],
  ['D', 'decision'],
  ['E', 'end'],
  ['C', 'connect'],
  ['Delete', 'delete'],
  ['Ctrl+Z / Ctrl+Y', 'undo'],
  ['Ctrl+C / Ctrl+V', 'copy'],
] as const;

/** What the keys do while a node of the chart has the focus. */
export const KeyHelp = () => {
  const translate = useTranslate();
  return (
    <Keys aria-label={translate('flow.keys')}>
      {KEYS.map(([keys, meaning]) => (
        <div key={meaning}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <Typography tag="dd" variant="pi">
            {translate(`flow.key.${meaning}`)}
          </Typography>
        </div>
      ))}
    </Keys>
  );
};

const Keys = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr));
  gap: 0.4rem 1.6rem;
  padding: 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};

  div {
    display: flex;
    gap: 0.8rem;
    align-items: baseline;
  }

  dt {
    flex-shrink: 0;
    min-width: 9.6rem;
  }

  kbd {
    padding: 0.1rem 0.5rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    border-radius: 3px;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-family: inherit;
    font-size: 1.2rem;
  }
`;

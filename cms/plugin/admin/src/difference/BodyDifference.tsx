import { Flex, Typography } from '@strapi/design-system';
import type { BlockDifference } from 'disclosure-contract/difference';
import { styled } from 'styled-components';
import { useTranslate } from '../message';
import { Added, Removed, Runs } from './marks';
import { shownBlocks } from './shown-blocks';

/** The changed parts of a body, each with what stands next to it. */
export const BodyDifference = ({ blocks }: { blocks: readonly BlockDifference[] }) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {shownBlocks(blocks).map((shown, at) =>
        typeof shown === 'number' ? (
          <Typography key={at} variant="pi" textColor="neutral600">
            {translate('difference.unchanged', { count: shown })}
          </Typography>
        ) : (
          <BlockChange key={at} difference={shown} />
        ),
      )}
    </Flex>
  );
};

const BlockChange = ({ difference }: { difference: BlockDifference }) => {
  const translate = useTranslate();
  const { block, runs, addresses, isFormOnly, kind } = difference;
  return (
    <Block $kind={kind}>
      <Typography variant="pi" textColor="neutral600">
        {translate(`difference.block.${block.kind}`)}
      </Typography>
      <Typography
        tag={block.kind === 'row' ? 'div' : 'p'}
        fontWeight={block.kind === 'heading' ? 'bold' : undefined}
        className={block.kind === 'row' ? 'row' : undefined}
      >
        {runs.map((cell, at) => (
          <span key={at}>
            <Runs runs={cell} />
          </span>
        ))}
      </Typography>
      {isFormOnly ? <Typography variant="pi">{translate('difference.form-only')}</Typography> : null}
      {addresses === null ? null : (
        <Typography variant="pi">
          {translate('difference.address')} <Removed>{addresses.before.join(' ')}</Removed>{' '}
          <Added>{addresses.after.join(' ')}</Added>
        </Typography>
      )}
    </Block>
  );
};

const EDGES = { same: 'neutral150', changed: 'primary500', added: 'success500', removed: 'danger500' } as const;

const Block = styled.div<{ $kind: BlockDifference['kind'] }>`
  border-left: 3px solid ${({ theme, $kind }) => theme.colors[EDGES[$kind]]};
  padding-left: 1rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }

  .row > span {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    padding: 0.2rem 0.8rem;
  }
`;

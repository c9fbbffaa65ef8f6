import type { ReactNode } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { addresses, minuteInChina, WITHDRAWAL_REASONS } from 'disclosure-contract';
import { styled } from 'styled-components';
import { BodyView } from '../body/BodyView';
import type { AddressAnswer } from '../disclosure-api';
import { useLabel, useTranslate } from '../message';

interface HistoryAnswerProps {
  answer: AddressAnswer;
  /** Asks about the instant of a version. */
  onVersion: (at: string) => void;
}

const COLOURS = { live: 'success', moved: 'secondary', withdrawn: 'warning', never: 'neutral' } as const;

export const HistoryAnswer = ({ answer, onVersion }: HistoryAnswerProps) => {
  const translate = useTranslate();
  const { slug, at, state, shown } = answer;
  return (
    <Box padding={4} background="neutral0" shadow="tableShadow" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={2} wrap="wrap">
          <Badge backgroundColor={`${COLOURS[state]}100`} textColor={`${COLOURS[state]}700`}>
            {translate(`history.state.${state}`)}
          </Badge>
          <Typography style={{ overflowWrap: 'anywhere' }}>
            {translate('history.asked', { address: addresses.item(slug), time: minuteInChina(at) })}
          </Typography>
        </Flex>
        {state === 'never' ? null : <Facts answer={answer} />}
        {'item' in shown ? <BodyView html={shown.item.body} /> : null}
        <Versions answer={answer} onVersion={onVersion} />
      </Flex>
    </Box>
  );
};

/** What was public then, and what proves it. */
const Facts = ({ answer: { version, shown, names } }: { answer: AddressAnswer }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  if (version === null) return null;
  const { approval, until } = version;
  return (
    <FactList>
      <Fact name="title">{version.title}</Fact>
      {'item' in shown ? (
        <>
          <Fact name="index-no">{shown.item.indexNo}</Fact>
          <Fact name="doc-no">{shown.item.docNo}</Fact>
          <Fact name="publisher">{names[shown.item.publisher] ?? shown.item.publisher}</Fact>
          <Fact name="categories">
            {shown.item.categories.map((category) => names[category] ?? category).join('、')}
          </Fact>
          {shown.item.slug === '' ? null : <Fact name="address">{addresses.item(shown.item.slug)}</Fact>}
        </>
      ) : null}
      {'tombstone' in shown ? (
        <>
          <Fact name="index-no">{shown.tombstone.indexNo}</Fact>
          <Fact name="reason">{labelOf(WITHDRAWAL_REASONS[shown.tombstone.reason])}</Fact>
        </>
      ) : null}
      <Fact name="version">{translate('history.version', { seq: version.seq, time: minuteInChina(version.at) })}</Fact>
      <Fact name="until">{until === null ? translate('history.until.now') : minuteInChina(until)}</Fact>
      <Fact name="audience">{translate(`history.audience.${version.audience}`)}</Fact>
      <Fact name="actor">{version.actor ?? translate('history.actor.system')}</Fact>
      <Fact name="approval">{approval === null ? translate('history.approval.none') : approval.id}</Fact>
      <Fact name="approved-hash">{approval === null ? null : <code>{approval.contentHash}</code>}</Fact>
      <Fact name="hash">
        <code>{version.payloadSha256}</code>
      </Fact>
      {'item' in shown
        ? shown.item.attachments.map(({ fileName, name, sha256 }) => (
            <Fact key={fileName} name="attachment">
              {name} <code>{sha256}</code>
            </Fact>
          ))
        : null}
    </FactList>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => {
  const translate = useTranslate();
  if (children === null || children === '') return null;
  return (
    <div>
      <dt>{translate(`history.fact.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
};

const Versions = ({ answer: { versions, version }, onVersion }: HistoryAnswerProps) => {
  const translate = useTranslate();
  if (versions.length === 0) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography tag="h3" variant="delta">
        {translate('history.versions')}
      </Typography>
      <Flex tag="ol" gap={2} wrap="wrap">
        {versions.map(({ seq, at, kind }) => (
          <li key={seq}>
            <Button
              size="S"
              variant={seq === version?.seq ? 'secondary' : 'tertiary'}
              aria-current={seq === version?.seq}
              onClick={() => onVersion(at)}
            >
              {minuteInChina(at)} {translate(`change.${kind}`)}
            </Button>
          </li>
        ))}
      </Flex>
    </Flex>
  );
};

const FactList = styled.dl`
  display: grid;
  gap: 0.8rem 2.4rem;
  font-size: 1.4rem;
  line-height: 1.5;

  div {
    display: grid;
    grid-template-columns: 11rem 1fr;
    gap: 1.2rem;
  }

  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  code {
    font-size: 1.2rem;
  }

  @media (max-width: 48em) {
    div {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
`;

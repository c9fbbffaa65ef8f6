import { Badge, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { minuteInChina, type ChangeKind } from 'disclosure-contract';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { FeedEntry } from '../disclosure-api';
import { useTranslate } from '../message';
import { itemPath } from '../review/paths';
import { useFeed } from './use-feed';

export const Feed = ({ refreshInterval }: { refreshInterval: number }) => {
  const translate = useTranslate();
  const { entries, isError, isLoading, hasOlder, isLoadingOlder, loadOlder } = useFeed(refreshInterval);

  if (entries.length === 0) {
    if (isLoading) return <Loader small>{translate('loading')}</Loader>;
    const text = translate(isError ? 'platform.feed.failed' : 'platform.feed.none');
    return <Typography textColor={isError ? 'danger600' : 'neutral600'}>{text}</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box tag="ol" background="neutral0" shadow="tableShadow" hasRadius reversed>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </Box>
      {hasOlder ? (
        <Flex justifyContent="center">
          <Button variant="tertiary" loading={isLoadingOlder} onClick={() => void loadOlder()}>
            {translate('platform.feed.older')}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
};

function addressOf({ kind, subject, type: itemType }: FeedEntry): string | null {
  if (itemType !== null) return itemPath(subject, itemType);
  const type = ['category', 'organ'].find((name) => kind.startsWith(`${name}_`));
  const isGone = kind === 'category_removed' || kind === 'organ_removed';
  return type === undefined || isGone
    ? null
    : `/content-manager/collection-types/plugin::disclosure.${type}/${subject}`;
}

const COLOURS: Readonly<Record<ChangeKind, string>> = {
  item_published: 'success',
  item_withdrawn: 'warning',
  item_removed: 'warning',
  category_saved: 'secondary',
  category_removed: 'danger',
  organ_saved: 'secondary',
  organ_removed: 'danger',
};

const Entry = ({ entry }: { entry: FeedEntry }) => {
  const translate = useTranslate();
  const address = addressOf(entry);
  const colour = COLOURS[entry.kind] ?? 'neutral';
  const title = entry.title === '' ? entry.subject : entry.title;

  return (
    <Row>
      <Typography variant="pi" textColor="neutral600" className="seq">
        {entry.seq}
      </Typography>
      <span className="kind">
        <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`}>
          {translate(`change.${entry.kind}`)}
        </Badge>
      </span>
      <Typography className="title">{address === null ? title : <Link to={address}>{title}</Link>}</Typography>
      <Typography variant="pi" textColor="neutral600" className="who">
        {[entry.actor, minuteInChina(entry.at)].filter((part) => part !== null && part !== '').join(' · ')}
      </Typography>
    </Row>
  );
};

const Row = styled.li`
  display: grid;
  grid-template-columns: 5rem max-content 1fr max-content;
  gap: 0.4rem 1.2rem;
  align-items: center;
  padding: 1rem 1.6rem;

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  .kind {
    min-width: 9rem;
  }

  .title {
    overflow-wrap: anywhere;
  }

  a {
    color: ${({ theme }) => theme.colors.primary700};
  }

  @media (max-width: 48em) {
    grid-template-columns: 4rem 1fr;

    .title,
    .who {
      grid-column: 2;
    }
  }
`;

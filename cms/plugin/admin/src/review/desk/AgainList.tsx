import { Badge, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../message';
import { reviewPath } from '../paths';
import type { WithheldEntry } from '../review-api';
import { AgainOn } from './AgainOn';
import { EntryCard } from './EntryCard';

/** 到期重新审查: decisions not to publish whose day has come or comes soon, the longest overdue first. */
export const AgainList = ({ entries }: { entries: readonly WithheldEntry[] }) => {
  const translate = useTranslate();
  if (entries.length === 0) return <Typography textColor="neutral600">{translate('desk.again.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {entries.map(({ id, item, title, reviewAgainOn, stepName, mayLookAgain, onBehalfOfName }) => (
        <EntryCard
          key={id}
          title={title}
          to={reviewPath(item)}
          marks={
            <>
              {onBehalfOfName === null ? null : (
                <Badge>{translate('review.on-behalf', { name: onBehalfOfName })}</Badge>
              )}
              <AgainOn day={reviewAgainOn} />
            </>
          }
          facts={[mayLookAgain ? stepName : translate('again.by', { step: stepName })]}
        />
      ))}
    </Flex>
  );
};

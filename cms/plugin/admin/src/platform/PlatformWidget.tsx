import { Badge, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { usePlatformStatusQuery } from '../disclosure-api';
import { useTranslate } from '../message';
import { Summary } from './Inspection';

/** 公开情况 on the home page: where the feed is and how far the sites have followed. */
export const PlatformWidget = () => {
  const translate = useTranslate();
  const { data: status, isError } = usePlatformStatusQuery(undefined, { refetchOnMountOrArgChange: true });

  if (isError) return <Widget.Error />;
  if (status === undefined) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{translate('platform.position', { last: status.last })}</Typography>
      {status.nodes.length === 0 ? (
        <Typography textColor="neutral600">{translate('platform.nodes.none')}</Typography>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {status.nodes.map(({ id, name, lag, problem, incidents, inspection }) => (
          <Flex key={id} tag="li" justifyContent="space-between" gap={2} wrap="wrap">
            <Typography ellipsis>{name}</Typography>
            <Badge active={lag > 0 || problem !== null}>
              {lag === 0 ? translate('platform.node.in-step') : translate('platform.node.behind', { lag })}
            </Badge>
            {incidents.count === 0 ? null : (
              <Typography variant="pi" textColor="danger600" width="100%">
                {translate('platform.incidents', { count: incidents.count })}
              </Typography>
            )}
            {inspection === null ? null : (
              <Flex direction="column" alignItems="flex-start" gap={1} width="100%">
                <Summary inspection={inspection} />
              </Flex>
            )}
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

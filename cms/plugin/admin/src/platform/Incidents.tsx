import { Box, Flex, Typography } from '@strapi/design-system';
import { minuteInChina } from 'disclosure-contract';
import type { RecentIncidents } from '../disclosure-api';
import { useTranslate } from '../message';

/** Public files of a node that somebody tampered with lately. */
export const Incidents = ({ incidents: { count, newest } }: { incidents: RecentIncidents }) => {
  const translate = useTranslate();
  if (count === 0) return null;
  return (
    <Box background="danger100" padding={3} hasRadius width="100%">
      <Typography variant="pi" fontWeight="bold" textColor="danger700">
        {translate('platform.incidents', { count })}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingTop={2}>
        {newest.map(({ path, kind, at, isRepaired }) => (
          <Typography key={`${at}${path}`} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {minuteInChina(at)} <bdi>{path}</bdi>{' '}
            {translate(`tampering.${kind}`, {
              outcome: translate(isRepaired ? 'tampering.repaired' : 'tampering.open'),
            })}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
};

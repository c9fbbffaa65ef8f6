import type { ReactNode } from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useTranslate } from '../../message';
import { RIGHTS } from '../../permissions';
import { useReviewDeskQuery } from '../review-api';
import { AgainList } from './AgainList';
import { OwnList } from './OwnList';
import { WaitingList } from './WaitingList';

/** 审核: everything that waits for whoever is signed in, and everything that they sent on its way. */
export const DeskPage = () => {
  const translate = useTranslate();
  const {
    allowedActions: { canReview, canUpdate },
  } = useRBAC([...RIGHTS.review, ...RIGHTS.updateItems]);
  const { data: desk, isError } = useReviewDeskQuery(undefined, { refetchOnMountOrArgChange: true });
  if (desk === undefined) return isError ? <Page.Error /> : <Page.Loading />;
  const { waiting, again, own } = desk;

  return (
    <Page.Main>
      <Page.Title>{translate('desk.title')}</Page.Title>
      <Layouts.Header title={translate('desk.title')} subtitle={translate('desk.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {canReview || waiting.length > 0 ? (
            <Section title={translate('desk.waiting')} count={waiting.length}>
              <WaitingList entries={waiting} />
            </Section>
          ) : null}
          {again.length > 0 ? (
            <Section title={translate('desk.again')} count={again.length}>
              <AgainList entries={again} />
            </Section>
          ) : null}
          {canUpdate || own.length > 0 ? (
            <Section title={translate('desk.own')} count={own.length}>
              <OwnList entries={own} />
            </Section>
          ) : null}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const Section = ({ title, count, children }: { title: string; count: number; children: ReactNode }) => (
  <Box
    tag="section"
    background="neutral0"
    hasRadius
    shadow="tableShadow"
    padding={{ initial: 4, medium: 6 }}
    aria-label={title}
  >
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2}>
        <Typography tag="h2" variant="beta">
          {title}
        </Typography>
        <Badge>{count}</Badge>
      </Flex>
      {children}
    </Flex>
  </Box>
);

import { useState, type ReactNode } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { usePlatformStatusQuery, type SiteNode } from '../disclosure-api';
import { useTranslate } from '../message';
import { RIGHTS } from '../permissions';
import { Feed } from './Feed';
import { History } from './History';
import { NodeCard } from './NodeCard';
import { NodeDialog } from './NodeDialog';
import { useRefreshInterval } from './use-refresh-interval';

const PlatformPage = () => (
  <Page.Protect permissions={RIGHTS.readPipeline}>
    <Platform />
  </Page.Protect>
);

export default PlatformPage;

const Platform = () => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(RIGHTS.managePipeline);
  const [edited, setEdited] = useState<SiteNode | 'new' | null>(null);
  const refreshInterval = useRefreshInterval();
  const { data: status, isError } = usePlatformStatusQuery(undefined, {
    pollingInterval: refreshInterval,
    refetchOnMountOrArgChange: true,
  });
  const canManage = allowedActions['canManage'] === true;

  if (status === undefined) return isError ? <Page.Error /> : <Page.Loading />;

  return (
    <Page.Main>
      <Page.Title>{translate('platform.title')}</Page.Title>
      <Layouts.Header
        title={translate('platform.title')}
        subtitle={translate('platform.position', { last: status.last })}
        primaryAction={
          canManage ? (
            <Button startIcon={<Plus />} onClick={() => setEdited('new')}>
              {translate('platform.node.add')}
            </Button>
          ) : undefined
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={8} paddingBottom={8}>
          <Section title={translate('platform.nodes')}>
            {status.nodes.length === 0 ? (
              <Typography textColor="neutral600">{translate('platform.nodes.none')}</Typography>
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
                {status.nodes.map((node) => (
                  <NodeCard
                    key={node.id}
                    node={node}
                    last={status.last}
                    canManage={canManage}
                    onEdit={() => setEdited(node)}
                  />
                ))}
              </Flex>
            )}
          </Section>
          <Section title={translate('evidence.title')}>
            <History />
          </Section>
          <Section title={translate('platform.feed')}>
            <Feed refreshInterval={refreshInterval} />
          </Section>
        </Flex>
      </Layouts.Content>
      {edited === null ? null : (
        <NodeDialog node={edited === 'new' ? null : edited} siteUrl={status.siteUrl} onClose={() => setEdited(null)} />
      )}
    </Page.Main>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
    <Typography tag="h2" variant="beta">
      {title}
    </Typography>
    {children}
  </Flex>
);

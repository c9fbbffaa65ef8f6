import { useId, useState } from 'react';
import { Badge, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { minuteInChina } from 'disclosure-contract';
import { INSPECTION_SEVERITIES, type InspectionFinding, type InspectionSeverity } from 'disclosure-contract/inspection';
import {
  useInspectionOfNodeQuery,
  useInspectNodeMutation,
  type NodeInspection,
  type SiteNode,
} from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useLabel, useTranslate } from '../message';
import { countsText, daysUntilBreach } from './inspection-text';

/** Of the ground. Text in the same colour is too pale to be read on it. */
const COLOURS = { veto: 'danger', deduction: 'warning', notice: 'secondary' } as const satisfies Record<
  InspectionSeverity,
  string
>;

/** 巡检: what the node found in its own site by the national check list, and until when what is still well stays so. */
export const Inspection = ({ node, canManage }: { node: SiteNode; canManage: boolean }) => {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const { inspection } = node;
  const found = inspection === null ? 0 : foundIn(inspection);

  return (
    <Box width="100%" padding={3} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h4" variant="pi" fontWeight="bold">
            {translate('inspection.title')}
          </Typography>
          {inspection === null ? (
            <Typography variant="pi">{translate('inspection.never')}</Typography>
          ) : (
            <Summary inspection={inspection} />
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {found === 0 ? null : (
            <Button
              size="S"
              variant="tertiary"
              aria-expanded={isOpen}
              aria-controls={listId}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? translate('inspection.hide') : translate('inspection.show', { found })}
            </Button>
          )}
          {canManage && node.nudgeUrl !== null ? <InspectNow node={node} /> : null}
        </Flex>
      </Flex>
      <div id={listId}>
        {isOpen && inspection !== null && found > 0 ? <Findings node={node} found={found} at={inspection.at} /> : null}
      </div>
    </Box>
  );
};

/** How much was found when, and what breaches next. */
export const Summary = ({ inspection }: { inspection: NodeInspection }) => {
  const translate = useTranslate();
  const label = useLabel();
  const { counts, at, nextDueOn } = inspection;
  return (
    <>
      <Typography variant="pi" textColor={counts.veto > 0 ? 'danger700' : 'neutral800'}>
        {countsText(counts, label)}
      </Typography>
      {nextDueOn === null ? null : (
        <Typography variant="pi">
          {translate('inspection.next', { days: daysUntilBreach(nextDueOn, new Date()), day: nextDueOn })}
        </Typography>
      )}
      <Typography variant="pi">{translate('inspection.made', { time: minuteInChina(at) })}</Typography>
    </>
  );
};

const InspectNow = ({ node }: { node: SiteNode }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [inspect, { isLoading }] = useInspectNodeMutation();

  const onInspect = async () => {
    const result = await inspect(node.id);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate('inspection.asked', { node: node.name }) });
  };
  return (
    <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void onInspect()}>
      {translate('inspection.now')}
    </Button>
  );
};

/** `at` makes a newer inspection be read again. */
const Findings = ({ node, found, at }: { node: SiteNode; found: number; at: string }) => {
  const translate = useTranslate();
  const { data, isError } = useInspectionOfNodeQuery({ id: node.id, at });
  if (isError) return <Typography textColor="danger600">{translate('inspection.failed')}</Typography>;
  if (data === undefined) return <Loader small>{translate('loading')}</Loader>;
  const { findings } = data ?? { findings: [] };
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
      {findings.map((finding) => (
        <Finding key={`${finding.rule}${finding.place}${finding.wrong.zh}`} finding={finding} />
      ))}
      {findings.length < found ? (
        <Typography tag="li" variant="pi">
          {translate('inspection.more', { more: found - findings.length })}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Finding = ({ finding }: { finding: InspectionFinding }) => {
  const translate = useTranslate();
  const label = useLabel();
  const { severity, place, wrong, remedy, dueOn } = finding;
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Badge backgroundColor={`${COLOURS[severity]}100`} textColor="neutral800">
          {label(INSPECTION_SEVERITIES[severity])}
        </Badge>
        <Typography variant="pi" fontWeight="semiBold">
          {dueText(dueOn, translate)}
        </Typography>
        <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{place}</bdi>
        </Typography>
      </Flex>
      <Typography style={{ overflowWrap: 'anywhere' }}>{label(wrong)}</Typography>
      <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {translate('inspection.remedy', { remedy: label(remedy) })}
      </Typography>
    </Flex>
  );
};

function dueText(dueOn: string | null, translate: ReturnType<typeof useTranslate>): string {
  if (dueOn === null) return translate('inspection.at-once');
  const days = daysUntilBreach(dueOn, new Date());
  if (days < 1) return translate('inspection.overdue', { day: dueOn });
  return translate('inspection.due', { days, day: dueOn });
}

function foundIn({ counts }: NodeInspection): number {
  return counts.veto + counts.deduction + counts.notice;
}

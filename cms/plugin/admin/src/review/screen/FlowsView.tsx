import { Flex, Typography } from '@strapi/design-system';
import type { NamedFlow } from 'disclosure-contract';
import { FLOW_SCOPES, NODE_KINDS, orderedText, STEP_ROLES, type OrderedStep } from 'disclosure-contract/flow';
import { useIntl } from 'react-intl';
import { useLabel, useTranslate } from '../../message';
import { limitText } from '../../rows/cell-text';

/** Flowcharts as they are read without their drawing: every step in order, where it leads, and what the law leaves out. */
export const FlowsView = ({ value }: { value: readonly NamedFlow[] }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {value.map(({ name, flow }) => (
        <Flex key={name} tag="section" aria-label={name} direction="column" alignItems="stretch" gap={2}>
          <Typography fontWeight="semiBold">
            {translate('flow.summary', { name, scope: labelOf(FLOW_SCOPES[flow.scope]), count: flow.nodes.length })}
          </Typography>
          <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
            {orderedText(flow).map((step) => (
              <Step key={step.node.id} step={step} />
            ))}
          </Flex>
          {flow.exemptions.length === 0 ? null : (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
              {flow.exemptions.map(({ role, basis }) => (
                <Typography key={role} tag="li" textColor="warning700" style={{ overflowWrap: 'anywhere' }}>
                  {translate('flow.exempt', { role: labelOf(STEP_ROLES[role]), basis })}
                </Typography>
              ))}
            </Flex>
          )}
        </Flex>
      ))}
    </Flex>
  );
};

const Step = ({ step: { number, node, name, exits } }: { step: OrderedStep }) => {
  const labelOf = useLabel();
  const { locale } = useIntl();
  const isNamedByKind = node.title === '';
  const facts = [
    isNamedByKind ? '' : labelOf(NODE_KINDS[node.kind]),
    node.actor === null ? '' : [node.actor.section, node.actor.post].filter((part) => part !== '').join(' '),
    limitText(node.limit, locale),
  ].filter((fact) => fact !== '');
  return (
    <li>
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {number}. {labelOf(name)}
        {facts.length === 0 ? null : (
          <Typography variant="pi" textColor="neutral600">
            {' '}
            {facts.join(' · ')}
          </Typography>
        )}
      </Typography>
      {exits.length === 1 && exits[0]?.kind === 'next' && exits[0].to === number + 1 ? null : (
        <Typography variant="pi" textColor="neutral800">
          {exits.map(({ sentence }) => labelOf(sentence)).join('；')}
        </Typography>
      )}
    </li>
  );
};

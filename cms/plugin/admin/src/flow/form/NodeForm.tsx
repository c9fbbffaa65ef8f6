import { useState } from 'react';
import { Flex, MultiSelect, MultiSelectOption, Field, Typography } from '@strapi/design-system';
import { NODE_KINDS, STEP_ROLES, stepRoleSchema, type FlowNode, type NodeKind } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { Problems } from '../Problems';
import { withNodeChanged, type NodeChanges } from '../state/editing';
import { ActorEntry } from './ActorEntry';
import { CodeChoice } from './CodeChoice';
import { Columns } from './Columns';
import { ExitList } from './ExitList';
import { LimitEntry } from './LimitEntry';
import { LinesEntry } from './LinesEntry';
import { More } from './More';
import { RightRows } from './RightRows';
import { RiskRows } from './RiskRows';
import { TextEntry } from './TextEntry';

/** Kinds at which nobody acts. */
const PASSED: readonly NodeKind[] = ['start', 'split', 'join'];
const MOST_ROLES = 4;

interface NodeFormProps {
  node: FlowNode;
  /** The outline has the title in its own row. */
  hasTitle: boolean;
}

/** Everything that a node says: beside the canvas and in the outline. */
export const NodeForm = ({ node, hasTitle }: NodeFormProps) => {
  const translate = useTranslate();
  const { fieldId, edit, isDisabled, problems, defaultUnit } = useFlowEditing();
  const id = `${fieldId}-node-${node.id}`;
  const change = (changes: NodeChanges, part?: string) =>
    edit((flow) => withNodeChanged(flow, node.id, changes), part === undefined ? {} : { group: `${node.id}-${part}` });
  const isPassed = PASSED.includes(node.kind);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Problems problems={problems.filter(({ nodeId }) => nodeId === node.id)} />
      {hasTitle ? (
        <TextEntry
          id={`${id}-title`}
          label={translate('flow.title')}
          value={node.title}
          maxLength={60}
          isDisabled={isDisabled}
          onChange={(title) => change({ title }, 'title')}
        />
      ) : null}
      <Columns>
        <CodeChoice
          id={`${id}-kind`}
          label={translate('flow.kind')}
          vocabulary={NODE_KINDS}
          value={node.kind}
          isDisabled={isDisabled}
          onChange={(kind) => change({ kind })}
        />
        {isPassed && node.roles.length === 0 ? null : (
          <RoleChoice
            id={`${id}-roles`}
            value={node.roles}
            isDisabled={isDisabled}
            onChange={(roles) => change({ roles })}
          />
        )}
      </Columns>
      {isPassed && node.actor === null ? null : (
        <ActorEntry
          id={id}
          value={node.actor}
          isDisabled={isDisabled}
          onChange={(actor, part) => change({ actor }, part)}
        />
      )}
      {(isPassed || node.kind === 'end') && node.limit === null ? null : (
        <LimitEntry
          id={`${id}-limit`}
          value={node.limit}
          defaultUnit={defaultUnit}
          isDisabled={isDisabled}
          onChange={(limit) => change({ limit }, 'limit')}
        />
      )}
      {node.kind === 'end' ? null : <ExitList node={node} />}
      <Details node={node} id={id} isDisabled={isDisabled} onChange={change} />
    </Flex>
  );
};

interface RoleChoiceProps {
  id: string;
  value: FlowNode['roles'];
  isDisabled: boolean;
  onChange: (roles: FlowNode['roles']) => void;
}

const RoleChoice = ({ id, value, isDisabled, onChange }: RoleChoiceProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (
    <Field.Root id={id}>
      <Field.Label>{translate('flow.roles')}</Field.Label>
      <MultiSelect
        size="S"
        value={value}
        disabled={isDisabled}
        placeholder={translate('flow.roles.placeholder')}
        customizeContent={(codes) =>
          (codes ?? []).map((code) => labelOf(STEP_ROLES[stepRoleSchema.parse(code)])).join('、')
        }
        onChange={(codes: string[]) => onChange(codes.slice(0, MOST_ROLES).map((code) => stepRoleSchema.parse(code)))}
      >
        {stepRoleSchema.options.map((role) => (
          <MultiSelectOption key={role} value={role}>
            {labelOf(STEP_ROLES[role])}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
};

interface DetailsProps {
  node: FlowNode;
  id: string;
  isDisabled: boolean;
  onChange: (changes: NodeChanges, part?: string) => void;
}

/** What most steps have little of: shown at once where there is something. */
const Details = ({ node, id, isDisabled, onChange }: DetailsProps) => {
  const translate = useTranslate();
  const { materials, outputs, bases, rights, risks, note } = node;
  const count = materials.length + outputs.length + bases.length + rights.length + risks.length + (note === '' ? 0 : 1);
  const [isOpenAtFirst] = useState(count > 0);
  const lines = (part: 'materials' | 'outputs' | 'bases') => (
    <LinesEntry
      id={`${id}-${part}`}
      label={translate(`flow.${part}`)}
      hint={translate('flow.one-a-line')}
      value={node[part]}
      isDisabled={isDisabled}
      onChange={(entries) => onChange({ [part]: entries }, part)}
    />
  );
  return (
    <More open={isOpenAtFirst}>
      <summary>
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          {translate('flow.more', { count })}
        </Typography>
      </summary>
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
        {lines('materials')}
        {lines('outputs')}
        {lines('bases')}
        <RightRows
          id={`${id}-rights`}
          value={rights}
          isDisabled={isDisabled}
          onChange={(changed, group) => onChange({ rights: changed }, group)}
        />
        <RiskRows
          id={`${id}-risks`}
          value={risks}
          isDisabled={isDisabled}
          onChange={(changed, group) => onChange({ risks: changed }, group)}
        />
        <TextEntry
          id={`${id}-note`}
          label={translate('flow.note')}
          value={note}
          maxLength={1000}
          isLong
          isDisabled={isDisabled}
          onChange={(text) => onChange({ note: text }, 'note')}
        />
      </Flex>
    </More>
  );
};

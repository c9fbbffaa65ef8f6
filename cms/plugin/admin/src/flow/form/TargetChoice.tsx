import { useState } from 'react';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { NODE_KINDS, nodeKindSchema, type NodeKind } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { connectionRefusal } from '../state/editing';
import { useNodeLabel } from './node-label';
import type { Target } from './use-connecting';

interface TargetChoiceProps {
  id: string;
  label: string;
  isLabelHidden?: boolean;
  from: string;
  /** The node that is led to; null where a further one is chosen. */
  value: string | null;
  isDisabled?: boolean;
  onChoose: (target: Target) => void;
}

const MADE_KINDS: readonly NodeKind[] = ['step', 'decision', 'document', 'wait', 'end'];
const NEW = 'new:';

/** A node to lead to: one of those that are there, in their order, or a new one. */
export const TargetChoice = (props: TargetChoiceProps) => {
  const { id, label, isLabelHidden = false, from, value, isDisabled = false, onChoose } = props;
  const { flow, numbers } = useFlowEditing();
  const translate = useTranslate();
  const labelOf = useLabel();
  const nodeLabel = useNodeLabel();
  // A closed box of the design system draws all it may offer: of a long flow, only what is about to be opened does.
  const [isNear, setNear] = useState(false);
  const targets = flow.nodes
    .filter((node) => node.id === value || (isNear && connectionRefusal(flow, from, node.id) === null))
    .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0));
  return (
    <Field.Root>
      {isLabelHidden ? null : <Field.Label>{label}</Field.Label>}
      <div id={id} onFocus={() => setNear(true)} onPointerEnter={() => setNear(true)}>
        <SingleSelect
          size="S"
          aria-label={isLabelHidden ? label : undefined}
          value={value}
          disabled={isDisabled}
          placeholder={label}
          onChange={(chosen) => {
            const text = String(chosen);
            if (text.startsWith(NEW)) onChoose({ kind: nodeKindSchema.parse(text.slice(NEW.length)) });
            else if (text !== value) onChoose({ id: text });
          }}
        >
          {value === null
            ? MADE_KINDS.map((kind) => (
                <SingleSelectOption key={kind} value={NEW + kind}>
                  {translate('flow.new', { kind: labelOf(NODE_KINDS[kind]) })}
                </SingleSelectOption>
              ))
            : null}
          {targets.map((node) => (
            <SingleSelectOption key={node.id} value={node.id}>
              {nodeLabel(node.id)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </div>
    </Field.Root>
  );
};

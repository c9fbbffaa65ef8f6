import { useId, useRef, type KeyboardEvent } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { MOST_FLOWS, type NamedFlow } from 'disclosure-contract';
import { FLOW_SCOPES, type Exemption, type FlowScope, type PowerKind } from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import { useTranslate } from '../message';
import { CodeChoice } from './form/CodeChoice';
import { Columns } from './form/Columns';
import { ExemptionRows } from './form/ExemptionRows';
import { TextEntry } from './form/TextEntry';

interface VariantTabsProps {
  fieldId: string;
  flows: readonly NamedFlow[];
  shown: number;
  isDisabled: boolean;
  onShow: (index: number) => void;
  onAdd: () => void;
}

/** One tab for each variant of the procedure. */
export const VariantTabs = ({ fieldId, flows, shown, isDisabled, onShow, onAdd }: VariantTabsProps) => {
  const translate = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  const isFull = flows.length >= MOST_FLOWS;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 0, End: flows.length - 1 }[event.key];
    if (next === undefined || flows[next] === undefined) return;
    event.preventDefault();
    onShow(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <Flex wrap="wrap" gap={1}>
      <Flex ref={list} wrap="wrap" gap={1} role="tablist" aria-label={translate('flow.variants')} onKeyDown={onKeyDown}>
        {flows.map(({ name }, at) => (
          <Tab
            key={at}
            type="button"
            role="tab"
            id={`${fieldId}-tab-${at}`}
            aria-selected={at === shown}
            aria-controls={`${fieldId}-panel`}
            tabIndex={at === shown ? 0 : -1}
            onClick={() => onShow(at)}
          >
            {name}
          </Tab>
        ))}
      </Flex>
      {isDisabled ? null : (
        <>
          <Button
            size="S"
            variant="ghost"
            startIcon={<Plus />}
            disabled={isFull}
            aria-describedby={isFull ? `${fieldId}-full` : undefined}
            onClick={onAdd}
          >
            {translate('flow.variant.add')}
          </Button>
          {isFull ? (
            <Typography id={`${fieldId}-full`} variant="pi" textColor="neutral600">
              {translate('flow.variant.full', { most: MOST_FLOWS })}
            </Typography>
          ) : null}
        </>
      )}
    </Flex>
  );
};

interface VariantFormProps {
  variant: NamedFlow;
  /** Kind of the power in the form. */
  kind: PowerKind | null;
  isDisabled: boolean;
  onRename: (name: string) => void;
  onScope: (scope: FlowScope) => void;
  onExempt: (exemptions: Exemption[], group?: string) => void;
  onRemove: () => void;
}

/** What a variant is called, whom it is for, what the law leaves out of it, and its end. */
export const VariantForm = (props: VariantFormProps) => {
  const { variant, kind, isDisabled, onExempt } = props;
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <VariantFacts {...props} />
      <ExemptionRows id={id} value={variant.flow.exemptions} kind={kind} isDisabled={isDisabled} onChange={onExempt} />
    </Flex>
  );
};

const VariantFacts = ({ variant, isDisabled, onRename, onScope, onRemove }: VariantFormProps) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Flex gap={2} alignItems="flex-end">
      <Box flex="1">
        <Columns>
          <TextEntry
            id={`${id}-name`}
            label={translate('flow.variant.name')}
            value={variant.name}
            maxLength={60}
            isRequired
            isDisabled={isDisabled}
            onChange={onRename}
          />
          <CodeChoice
            id={`${id}-scope`}
            label={translate('flow.scope')}
            vocabulary={FLOW_SCOPES}
            value={variant.flow.scope}
            isDisabled={isDisabled}
            onChange={onScope}
          />
        </Columns>
      </Box>
      {isDisabled ? null : (
        <Button size="S" variant="danger-light" startIcon={<Trash />} onClick={onRemove}>
          {translate('flow.variant.remove')}
        </Button>
      )}
    </Flex>
  );
};

const Tab = styled.button`
  min-height: 3.2rem;
  padding-inline: 1.2rem;
  border-block-end: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.4rem;
  cursor: pointer;

  &[aria-selected='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { orderedText } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { focusById } from '../focus';
import { withMoved, withNode, without, withNodeAfter } from '../state/editing';
import { newId } from '../state/new-id';
import type { Sought } from '../sought';
import { depthsOf } from './depths';
import { OutlineEntry } from './OutlineEntry';
import { titleId } from './title-id';

/**
 * 大纲: the same flow as an indented, numbered list. In a title, Enter adds the next step, Alt with an arrow moves the step,
 * and Backspace in an empty one deletes it.
 */
export const Outline = ({ sought }: { sought: Sought | null }) => {
  const translate = useTranslate();
  const { flow, selection, problems, fieldId, isDisabled, dispatch, edit, make, announce } = useFlowEditing();
  const [opened, setOpened] = useState<string | null>(null);
  const steps = useMemo(() => orderedText(flow), [flow]);
  const depths = useMemo(() => depthsOf(steps), [steps]);
  const soughtId = sought?.nodeId ?? flow.edges.find(({ id }) => id === sought?.edgeId)?.from ?? null;
  // What is sought again is opened again, also after it was closed.
  useEffect(() => {
    if (soughtId !== null) setOpened(soughtId);
  }, [sought, soughtId]);
  const current = steps.find(({ node }) => selection.includes(node.id))?.node.id ?? null;
  const focusTitle = (id: string) => focusById(titleId(fieldId, id));

  const addAfter = (id: string, kind: Parameters<typeof withNodeAfter>[2]) => {
    const made = make((shown) => withNodeAfter(shown, id, kind, newId));
    if (made === null) return announce(translate('flow.refused.after-end'));
    announce(translate('flow.added'));
    focusTitle(made);
  };
  const remove = (id: string) => {
    const at = steps.findIndex(({ node }) => node.id === id);
    const next = (steps[at - 1] ?? steps[at + 1])?.node.id;
    edit((shown) => without(shown, new Set([id])), { select: next === undefined ? [] : [next] });
    announce(translate('flow.deleted'));
    if (next !== undefined) focusTitle(next);
  };
  const move = (id: string, by: -1 | 1) => {
    edit((shown) => withMoved(shown, id, by));
    focusTitle(id);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (isDisabled || event.nativeEvent.isComposing) return;
    const { value } = event.currentTarget as HTMLInputElement;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) addAfter(id, 'step');
    else if (event.key === 'Enter') setOpened(opened === id ? null : id);
    else if (event.key === 'Backspace' && value === '') remove(id);
    else if (by !== undefined && event.altKey) move(id, by);
    else if (by !== undefined) focusNeighbour(id, by);
    else return;
    event.preventDefault();
  };
  const focusNeighbour = (id: string, by: -1 | 1) => {
    const next = steps[steps.findIndex(({ node }) => node.id === id) + by];
    if (next !== undefined) focusTitle(next.node.id);
  };

  return (
    <Box>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label={translate('flow.outline')}>
        {steps.map((step) => (
          <OutlineEntry
            key={step.node.id}
            step={step}
            depth={depths.get(step.node.id) ?? 0}
            problems={problems.filter(
              ({ nodeId, edgeId }) => nodeId === step.node.id || step.exits.some((exit) => exit.edgeId === edgeId),
            )}
            isCurrent={current === step.node.id}
            isOpen={opened === step.node.id}
            onSelect={() => dispatch({ type: 'selected', ids: [step.node.id] })}
            onOpen={() => setOpened(opened === step.node.id ? null : step.node.id)}
            onAdd={(kind) => addAfter(step.node.id, kind)}
            onMove={(by) => move(step.node.id, by)}
            onRemove={() => remove(step.node.id)}
            onKeyDown={(event) => onKeyDown(event, step.node.id)}
            onGoTo={(number) => focusTitle(steps[number - 1]?.node.id ?? '')}
          />
        ))}
      </Flex>
      {isDisabled ? null : (
        <Box paddingTop={2}>
          <Button
            size="S"
            variant="tertiary"
            startIcon={<Plus />}
            onClick={() => {
              const last = steps.findLast(({ node }) => node.kind !== 'end')?.node.id;
              if (last !== undefined) return addAfter(last, 'step');
              const made = make((shown) => withNode(shown, 'start', newId));
              if (made !== null) focusTitle(made);
            }}
          >
            {translate('flow.add-step')}
          </Button>
        </Box>
      )}
    </Box>
  );
};

import { useMemo } from 'react';
import type { NodeKind } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { copied, withPasted } from '../state/clipboard';
import { entriesOf, withNode, withNodeAfter, without } from '../state/editing';
import { newId } from '../state/new-id';
import { copiedPart, keepCopied } from './copied-part';

/** What tools and keys of the chart do to what is chosen. */
export interface ChartCommands {
  readonly add: (kind: NodeKind) => void;
  readonly copy: () => void;
  readonly paste: () => void;
  readonly remove: () => void;
}

export function useChartCommands(focusNode: (id: string) => void): ChartCommands {
  const { flow, selection, dispatch, edit, make, announce } = useFlowEditing();
  const translate = useTranslate();
  return useMemo(() => {
    const chosen = flow.nodes.filter(({ id }) => selection.includes(id));
    const [node, ...others] = chosen;
    return {
      add(kind) {
        const after = others.length === 0 ? node : undefined;
        const made = make((shown) =>
          after === undefined ? withNode(shown, kind, newId) : withNodeAfter(shown, after.id, kind, newId),
        );
        if (made === null) return announce(translate('flow.refused.after-end'));
        announce(translate('flow.added'));
        focusNode(made);
      },
      copy() {
        if (chosen.length === 0) return;
        keepCopied(copied(flow, new Set(selection)));
        announce(translate('flow.copied', { count: chosen.length }));
      },
      paste() {
        const part = copiedPart();
        if (part === null) return;
        const pasted = withPasted(flow, part, newId);
        const [first] = pasted.ids;
        if (first === undefined) return announce(translate('flow.refused.full'));
        dispatch({ type: 'edited', flow: pasted.flow, select: pasted.ids });
        announce(translate('flow.pasted', { count: pasted.ids.length }));
        focusNode(first);
      },
      remove() {
        if (selection.length === 0) return;
        const before = node === undefined ? undefined : entriesOf(flow, node.id)[0]?.from;
        const rest = flow.nodes.filter(({ id }) => !selection.includes(id));
        const led = flow.edges.find(({ id }) => selection.includes(id))?.from;
        const next = [before, led, rest.at(-1)?.id].find((id) => rest.some((each) => each.id === id));
        edit((shown) => without(shown, new Set(selection)), { select: next === undefined ? [] : [next] });
        announce(translate('flow.deleted'));
        if (next !== undefined) focusNode(next);
      },
    };
  }, [flow, selection, dispatch, edit, make, announce, translate, focusNode]);
}

import { useCallback } from 'react';
import type { NodeKind } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { connectionRefusal, withConnection, withNode } from '../state/editing';
import { newId } from '../state/new-id';

/** What an edge is led to: a node that is there, or one of a kind that is made for it. */
export type Target = { readonly id: string } | { readonly kind: NodeKind };

/** Leads one node to another; the one that it leads from stays chosen. Says why where that cannot be. */
export function useConnecting(): (from: string, target: Target) => void {
  const { flow, edit, announce } = useFlowEditing();
  const translate = useTranslate();
  return useCallback(
    (from, target) => {
      const refusal = 'id' in target ? connectionRefusal(flow, from, target.id) : null;
      if (refusal !== null) return announce(translate(`flow.refused.${refusal}`));
      edit((current) => {
        if ('id' in target) return withConnection(current, from, target.id, newId).flow;
        const made = withNode(current, target.kind, newId);
        return made.id === null ? current : withConnection(made.flow, from, made.id, newId).flow;
      });
      announce(translate('flow.connected'));
    },
    [flow, edit, announce, translate],
  );
}

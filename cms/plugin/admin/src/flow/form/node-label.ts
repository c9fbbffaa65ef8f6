import { useCallback } from 'react';
import { nodeName } from 'disclosure-contract/flow';
import { useLabel } from '../../message';
import { useFlowEditing } from '../editing-context';

/** What a node is called in lists and messages: its number, and its title or kind. */
export function useNodeLabel(): (id: string) => string {
  const { flow, numbers } = useFlowEditing();
  const labelOf = useLabel();
  return useCallback(
    (id) => {
      const node = flow.nodes.find((each) => each.id === id);
      return node === undefined ? id : `${numbers.get(id) ?? ''} ${labelOf(nodeName(node))}`.trim();
    },
    [flow, numbers, labelOf],
  );
}

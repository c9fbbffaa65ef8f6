import { Flex } from '@strapi/design-system';
import { ArrowsOut, BulletList, Collapse, ManyWays } from '@strapi/icons';
import type { NamedFlow } from 'disclosure-contract';
import type { PowerKind } from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import { useTranslate } from '../message';
import { useFlowActions } from './editing-context';
import { PlainButton } from './PlainButton';
import type { History } from './state/history';
import { TransferMenus } from './transfer/TransferMenus';

export type View = 'chart' | 'outline';

interface EditorToolsProps {
  view: View;
  isFull: boolean;
  history: History<unknown>;
  kind: PowerKind | null;
  variant: NamedFlow;
  /** Whether another variant may be added. */
  isRoom: boolean;
  onView: (view: View) => void;
  onFull: () => void;
}

export const EditorTools = ({ view, isFull, history, kind, variant, isRoom, onView, onFull }: EditorToolsProps) => {
  const translate = useTranslate();
  const { isDisabled, dispatch } = useFlowActions();
  return (
    <Flex wrap="wrap" gap={1}>
      {isDisabled ? null : (
        <Flex gap={0} role="group" aria-label={translate('flow.history')}>
          <PlainButton
            label={translate('flow.undo')}
            isDisabled={history.past.length === 0}
            onClick={() => dispatch({ type: 'undone' })}
          >
            <UndoMark />
          </PlainButton>
          <PlainButton
            label={translate('flow.redo')}
            isDisabled={history.future.length === 0}
            onClick={() => dispatch({ type: 'redone' })}
          >
            <UndoMark isRedo />
          </PlainButton>
        </Flex>
      )}
      <TransferMenus kind={kind} variant={variant} isRoom={isRoom} />
      <Views role="group" aria-label={translate('flow.view')}>
        <PlainButton
          isNamed
          label={translate('flow.chart')}
          isPressed={view === 'chart'}
          onClick={() => onView('chart')}
        >
          <ManyWays aria-hidden />
        </PlainButton>
        <PlainButton
          isNamed
          label={translate('flow.outline')}
          isPressed={view === 'outline'}
          onClick={() => onView('outline')}
        >
          <BulletList aria-hidden />
        </PlainButton>
      </Views>
      <PlainButton label={translate(isFull ? 'flow.full.leave' : 'flow.full')} isPressed={isFull} onClick={onFull}>
        {isFull ? <Collapse aria-hidden /> : <ArrowsOut aria-hidden />}
      </PlainButton>
    </Flex>
  );
};

const UndoMark = ({ isRedo = false }: { isRedo?: boolean }) => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
    <g transform={isRedo ? 'matrix(-1 0 0 1 20 0)' : undefined}>
      <path d="M7.5 4 3.5 8l4 4M4 8h8a4.5 4.5 0 0 1 0 9H8" />
    </g>
  </svg>
);

const Views = styled.div`
  display: flex;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

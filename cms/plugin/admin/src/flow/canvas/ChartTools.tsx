import { memo } from 'react';
import { Flex, MenuItem, SimpleMenu } from '@strapi/design-system';
import { ArrowsOut, Duplicate, GridFour, Minus, Plus, Question, Trash } from '@strapi/icons';
import { useReactFlow } from '@xyflow/react';
import { NODE_KINDS, nodeKindSchema, type NodeKind } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { KindMark } from '../KindMark';
import { PlainButton } from '../PlainButton';
import type { ChartCommands } from './use-chart-commands';

interface ChartToolsProps {
  commands: ChartCommands;
  isHelpShown: boolean;
  onHelp: () => void;
  onLayOut: () => void;
}

const KINDS = Object.keys(NODE_KINDS) as NodeKind[];

export const ChartTools = memo(({ commands, isHelpShown, onHelp, onLayOut }: ChartToolsProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { isDisabled, selection } = useFlowEditing();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const isNoneChosen = selection.length === 0;
  return (
    <Flex wrap="wrap" gap={1} role="group" aria-label={translate('flow.chart.tools')}>
      {isDisabled ? null : (
        <>
          <SimpleMenu
            size="S"
            variant="secondary"
            label={translate(isNoneChosen ? 'flow.add' : 'flow.add-after')}
            popoverPlacement="bottom-start"
          >
            {KINDS.map((kind) => (
              <MenuItem
                key={kind}
                startIcon={<KindMark kind={kind} />}
                onSelect={() => commands.add(nodeKindSchema.parse(kind))}
              >
                {labelOf(NODE_KINDS[kind])}
              </MenuItem>
            ))}
          </SimpleMenu>
          <PlainButton label={translate('flow.copy')} isDisabled={isNoneChosen} onClick={commands.copy}>
            <Duplicate aria-hidden />
          </PlainButton>
          <PlainButton label={translate('flow.paste')} onClick={commands.paste}>
            <PasteMark />
          </PlainButton>
          <PlainButton label={translate('flow.delete')} isDisabled={isNoneChosen} onClick={commands.remove}>
            <Trash aria-hidden />
          </PlainButton>
          <PlainButton isNamed label={translate('flow.lay-out')} onClick={onLayOut}>
            <GridFour aria-hidden />
          </PlainButton>
        </>
      )}
      <PlainButton label={translate('flow.zoom-out')} onClick={() => void zoomOut()}>
        <Minus aria-hidden />
      </PlainButton>
      <PlainButton label={translate('flow.zoom-in')} onClick={() => void zoomIn()}>
        <Plus aria-hidden />
      </PlainButton>
      <PlainButton isNamed label={translate('flow.fit')} onClick={() => void fitView({ padding: 0.08, duration: 200 })}>
        <ArrowsOut aria-hidden />
      </PlainButton>
      <PlainButton isNamed label={translate('flow.keys')} isExpanded={isHelpShown} onClick={onHelp}>
        <Question aria-hidden />
      </PlainButton>
    </Flex>
  );
});
ChartTools.displayName = 'ChartTools';

const PasteMark = () => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
    <path d="M7 3.5h6v3H7zM6.5 5H4v13h12V5h-2.5M10 10v5M7.5 12.5h5" />
  </svg>
);

import { useRef, useState } from 'react';
import { Button, Flex, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import type { NamedFlow } from 'disclosure-contract';
import {
  flowTemplate,
  jsonOf,
  mermaidOf,
  POWER_KINDS,
  powerKindSchema,
  type PowerKind,
} from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { useFlowActions } from '../editing-context';
import { ImportDialog } from './ImportDialog';
import { readFlowFile, type ReadFile } from './read-flow-file';
import { saveFile } from './save-file';

interface TransferMenusProps {
  /** Kind of the power in the form: its template comes first. */
  kind: PowerKind | null;
  /** The variant that is shown; null where there is none yet. */
  variant: NamedFlow | null;
  /** Whether another variant may be added. */
  isRoom: boolean;
}

const FORMATS = ['bpmn', 'mermaid', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** 从模板开始、导入、导出: where flows come from and go to. */
export const TransferMenus = ({ kind, variant, isRoom }: TransferMenusProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { isDisabled, dispatch, edit, announce } = useFlowActions();
  const [read, setRead] = useState<ReadFile | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const kinds = [...(kind === null ? [] : [kind]), ...powerKindSchema.options.filter((each) => each !== kind)];

  const begin = (chosen: PowerKind) => {
    dispatch({ type: 'added', flows: flowTemplate(chosen) });
    announce(translate('flow.template.added'));
  };
  const takeOver = ({ flow, name }: Extract<ReadFile, { flow: unknown }>, isNew: boolean) => {
    if (isNew || variant === null) dispatch({ type: 'added', flows: [{ name, flow }] });
    else edit(() => ({ ...flow, version: variant.flow.version }), { select: [] });
    announce(translate('flow.import.done'));
    setRead(null);
  };

  return (
    <Flex wrap="wrap" gap={1}>
      {isDisabled ? null : (
        <>
          <SimpleMenu
            size="S"
            variant="ghost"
            label={translate('flow.template')}
            disabled={!isRoom}
            popoverPlacement="bottom-end"
          >
            {kinds.map((each) => (
              <MenuItem key={each} onSelect={() => begin(each)}>
                {labelOf(POWER_KINDS[each])}
              </MenuItem>
            ))}
          </SimpleMenu>
          <Button size="S" variant="ghost" startIcon={<Upload />} onClick={() => chooser.current?.click()}>
            {translate('flow.import')}
          </Button>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".bpmn,.xml,.json,application/json,application/xml"
            aria-label={translate('flow.import.file')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined) void readFlowFile(file).then(setRead);
            }}
          />
        </>
      )}
      {variant === null ? null : (
        <SimpleMenu
          size="S"
          variant="ghost"
          label={translate('flow.export')}
          startIcon={<Download />}
          popoverPlacement="bottom-end"
        >
          {FORMATS.map((format) => (
            <MenuItem key={format} onSelect={() => void exported(variant, format)}>
              {translate(`flow.export.${format}`)}
            </MenuItem>
          ))}
        </SimpleMenu>
      )}
      {read === null ? null : (
        <ImportDialog
          read={read}
          replaces={variant?.name ?? null}
          isRoom={isRoom}
          onTakeOver={takeOver}
          onClose={() => setRead(null)}
        />
      )}
    </Flex>
  );
};

async function exported({ name, flow }: NamedFlow, format: Format): Promise<void> {
  switch (format) {
    case 'json':
      return saveFile(`${name}.json`, 'application/json', jsonOf(flow));
    case 'mermaid':
      return saveFile(`${name}.mmd`, 'text/plain', mermaidOf(flow));
    case 'bpmn': {
      const { bpmnOf } = await import('../exchange');
      return saveFile(`${name}.bpmn`, 'application/xml', await bpmnOf(flow));
    }
  }
}

import { useState } from 'react';
import { Button, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import {
  demandedRoles,
  MOST_EXEMPTIONS,
  STEP_ROLES,
  STEP_RULES,
  type Exemption,
  type PowerKind,
  type StepRole,
} from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { focusById } from '../focus';
import { CodeChoice } from './CodeChoice';
import { Columns } from './Columns';
import { More } from './More';
import { Row, RowList } from './Row';
import { TextEntry } from './TextEntry';

interface ExemptionRowsProps {
  id: string;
  value: readonly Exemption[];
  /** Kind of the power in the form: only what the law demands of it can be exempt. */
  kind: PowerKind | null;
  isDisabled: boolean;
  onChange: (exemptions: Exemption[], group?: string) => void;
}

/** 依法不经的环节: which step that the law demands is left out, and by which article. */
export const ExemptionRows = ({ id, value, kind, isDisabled, onChange }: ExemptionRowsProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const [isOpenAtFirst] = useState(value.length > 0);
  const rules = kind === null ? undefined : STEP_RULES[kind];
  const free = [...(rules === undefined ? [] : demandedRoles(rules))].filter(
    (role) => !value.some((each) => each.role === role),
  );
  // What was declared for another kind is still shown, to be deleted.
  if (rules === undefined && value.length === 0) return null;
  const change = (at: number, changes: Partial<Exemption>, group?: string) => {
    const exemption = value[at];
    if (exemption !== undefined) onChange(value.with(at, { ...exemption, ...changes }), group);
  };
  return (
    <More open={isOpenAtFirst}>
      <summary>
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          {translate('flow.exemptions', { count: value.length })}
        </Typography>
      </summary>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        <Typography variant="pi" textColor="neutral600">
          {translate('flow.exemptions.hint')}
        </Typography>
        <RowList>
          {value.map(({ role, basis }, at) => (
            <Row key={at}>
              <Flex justifyContent="space-between" alignItems="flex-end" gap={2}>
                <div style={{ flex: 1 }}>
                  <Columns>
                    <CodeChoice
                      id={`${id}-${at}-role`}
                      label={translate('flow.roles')}
                      vocabulary={STEP_ROLES}
                      codes={[role, ...free]}
                      value={role}
                      isDisabled={isDisabled}
                      onChange={(chosen) => change(at, { role: chosen })}
                    />
                    <TextEntry
                      id={`${id}-${at}-basis`}
                      label={translate('flow.exemption.basis')}
                      placeholder={translate('flow.exemption.basis.placeholder')}
                      value={basis}
                      maxLength={300}
                      isRequired
                      isDisabled={isDisabled}
                      onChange={(text) => change(at, { basis: text }, `exemption-${at}`)}
                    />
                  </Columns>
                </div>
                {isDisabled ? null : (
                  <IconButton
                    variant="ghost"
                    label={translate('flow.exemption.remove', { role: labelOf(STEP_ROLES[role]) })}
                    onClick={() => {
                      onChange(value.toSpliced(at, 1));
                      focusById(`${id}-add-basis`);
                    }}
                  >
                    <Trash />
                  </IconButton>
                )}
              </Flex>
            </Row>
          ))}
        </RowList>
        {isDisabled || free.length === 0 || value.length >= MOST_EXEMPTIONS ? null : (
          <ExemptionAdder
            id={`${id}-add`}
            roles={free}
            onAdd={(added) => {
              onChange([...value, added]);
              focusById(free.length > 1 ? `${id}-add` : `${id}-${value.length}-basis`);
            }}
          />
        )}
      </Flex>
    </More>
  );
};

interface ExemptionAdderProps {
  id: string;
  roles: readonly StepRole[];
  onAdd: (exemption: Exemption) => void;
}

/** An exemption begins with both of its parts: without a basis there is none. */
const ExemptionAdder = ({ id, roles, onAdd }: ExemptionAdderProps) => {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<StepRole | null>(null);
  const [text, setText] = useState('');
  const role = chosen !== null && roles.includes(chosen) ? chosen : null;
  const basis = text.trim();
  const isReady = role !== null && basis !== '';
  const add = () => {
    if (!isReady) return;
    onAdd({ role, basis });
    setChosen(null);
    setText('');
  };
  return (
    <Flex gap={2} alignItems="flex-start">
      <div style={{ flex: 1 }}>
        <Columns>
          <CodeChoice
            id={id}
            label={translate('flow.exemption.add')}
            isLabelHidden
            placeholder={translate('flow.exemption.add')}
            vocabulary={STEP_ROLES}
            codes={roles}
            value={role}
            isDisabled={false}
            onChange={setChosen}
          />
          <TextInput
            id={`${id}-basis`}
            size="S"
            aria-label={translate('flow.exemption.basis')}
            placeholder={translate('flow.exemption.basis.placeholder')}
            maxLength={300}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add();
            }}
          />
        </Columns>
      </div>
      <Button size="S" variant="tertiary" startIcon={<Plus />} disabled={!isReady} onClick={add}>
        {translate('flow.add')}
      </Button>
    </Flex>
  );
};

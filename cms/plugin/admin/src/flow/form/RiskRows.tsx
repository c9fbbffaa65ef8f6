import { useState } from 'react';
import { Button, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { RISK_LEVELS, type FlowNode } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { focusById } from '../focus';
import { CodeChoice } from './CodeChoice';
import { Columns } from './Columns';
import { Row, RowList } from './Row';
import { TextEntry } from './TextEntry';

type Risks = FlowNode['risks'];
type Risk = Risks[number];

interface RiskRowsProps {
  id: string;
  value: Risks;
  isDisabled: boolean;
  onChange: (risks: Risks, group?: string) => void;
}

const MOST_RISKS = 10;

/** 廉政风险点 of a step, each with its level and the post that answers for it. */
export const RiskRows = ({ id, value, isDisabled, onChange }: RiskRowsProps) => {
  const translate = useTranslate();
  const change = (at: number, changes: Partial<Risk>, group?: string) => {
    const risk = value[at];
    if (risk !== undefined) onChange(value.with(at, { ...risk, ...changes }), group);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-labelledby={`${id}-label`}>
      <Typography id={`${id}-label`} variant="pi" fontWeight="bold" textColor="neutral800">
        {translate('flow.risks')}
      </Typography>
      <RowList>
        {value.map((risk, at) => (
          <Row key={at}>
            <Flex justifyContent="space-between" alignItems="flex-end" gap={2}>
              <div style={{ flex: 1 }}>
                <TextEntry
                  id={`${id}-${at}-text`}
                  label={translate('flow.risk.text')}
                  value={risk.text}
                  maxLength={300}
                  isRequired
                  isDisabled={isDisabled}
                  onChange={(text) => change(at, { text }, `risk-${at}-text`)}
                />
              </div>
              {isDisabled ? null : (
                <IconButton
                  variant="ghost"
                  label={translate('flow.risk.remove', { risk: risk.text })}
                  onClick={() => {
                    onChange(value.toSpliced(at, 1));
                    focusById(`${id}-add`);
                  }}
                >
                  <Trash />
                </IconButton>
              )}
            </Flex>
            <Columns>
              <CodeChoice
                id={`${id}-${at}-level`}
                label={translate('flow.risk.level')}
                vocabulary={RISK_LEVELS}
                value={risk.level}
                isDisabled={isDisabled}
                onChange={(level) => change(at, { level })}
              />
              <TextEntry
                id={`${id}-${at}-post`}
                label={translate('flow.risk.post')}
                value={risk.post}
                maxLength={100}
                isDisabled={isDisabled}
                onChange={(post) => change(at, { post }, `risk-${at}-post`)}
              />
            </Columns>
          </Row>
        ))}
      </RowList>
      {isDisabled || value.length >= MOST_RISKS ? null : (
        <RiskAdder id={`${id}-add`} onAdd={(text) => onChange([...value, { text, level: 'medium', post: '' }])} />
      )}
    </Flex>
  );
};

/** A risk begins with what it is. */
const RiskAdder = ({ id, onAdd }: { id: string; onAdd: (text: string) => void }) => {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <Flex gap={2}>
      <div style={{ flex: 1 }}>
        <TextInput
          id={id}
          size="S"
          aria-label={translate('flow.risk.add')}
          placeholder={translate('flow.risk.add')}
          maxLength={300}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </div>
      <Button size="S" variant="tertiary" startIcon={<Plus />} disabled={text.trim() === ''} onClick={add}>
        {translate('flow.add')}
      </Button>
    </Flex>
  );
};

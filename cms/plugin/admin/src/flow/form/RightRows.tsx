import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { RIGHT_KINDS, type FlowNode, type RightKind } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../../message';
import { focusById } from '../focus';
import { CodeChoice } from './CodeChoice';
import { Row, RowList } from './Row';
import { TextEntry } from './TextEntry';

type Rights = FlowNode['rights'];

interface RightRowsProps {
  id: string;
  value: Rights;
  isDisabled: boolean;
  onChange: (rights: Rights, group?: string) => void;
}

const MOST_RIGHTS = 10;

/** 相对人权利: what a person has a right to, and where and within what time. */
export const RightRows = ({ id, value, isDisabled, onChange }: RightRowsProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-labelledby={`${id}-label`}>
      <Typography id={`${id}-label`} variant="pi" fontWeight="bold" textColor="neutral800">
        {translate('flow.rights')}
      </Typography>
      <RowList>
        {value.map((right, at) => (
          <Row key={at}>
            <Flex justifyContent="space-between" gap={2}>
              <Typography variant="pi" fontWeight="semiBold">
                {labelOf(RIGHT_KINDS[right.kind])}
              </Typography>
              {isDisabled ? null : (
                <IconButton
                  size="S"
                  variant="ghost"
                  label={translate('flow.right.remove', { right: labelOf(RIGHT_KINDS[right.kind]) })}
                  onClick={() => {
                    onChange(value.toSpliced(at, 1));
                    focusById(`${id}-add`);
                  }}
                >
                  <Trash />
                </IconButton>
              )}
            </Flex>
            <TextEntry
              id={`${id}-${at}-note`}
              label={translate('flow.right.note')}
              isLabelHidden
              placeholder={translate('flow.right.note')}
              value={right.note}
              maxLength={300}
              isDisabled={isDisabled}
              onChange={(note) => onChange(value.with(at, { ...right, note }), `right-${at}`)}
            />
          </Row>
        ))}
      </RowList>
      {isDisabled || value.length >= MOST_RIGHTS ? null : (
        <CodeChoice<RightKind>
          id={`${id}-add`}
          label={translate('flow.right.add')}
          isLabelHidden
          placeholder={translate('flow.right.add')}
          vocabulary={RIGHT_KINDS}
          // What is chosen goes to the list, and the next one may be.
          value={null}
          isDisabled={false}
          onChange={(kind) => onChange([...value, { kind, note: '' }])}
        />
      )}
    </Flex>
  );
};

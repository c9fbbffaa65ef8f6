import { Box, Button, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useTranslate } from '../../message';
import { inputId, type DecisionState } from './use-decision';

const NEW_ROW = { place: '', reason: '' };

/** What was left out of the version that is published: where, and why. */
export const RedactionRows = ({ decision }: { decision: DecisionState }) => {
  const translate = useTranslate();
  const { redactions } = decision.form.record;
  const rows = redactions.length === 0 ? [NEW_ROW] : redactions;
  const error = decision.problems['redactions'];
  const write = (index: number, changed: Partial<typeof NEW_ROW>) =>
    decision.changeRecord({ redactions: rows.map((row, at) => (at === index ? { ...row, ...changed } : row)) });

  return (
    <Flex direction="column" alignItems="stretch" gap={2} id={inputId('redactions')} tabIndex={-1}>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {translate('record.redactions')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {rows.map(({ place, reason }, index) => (
          <Flex key={index} tag="li" gap={2} alignItems="flex-start">
            <Flex flex="1" direction={{ initial: 'column', medium: 'row' }} alignItems="stretch" gap={2}>
              <Box flex="1">
                <TextInput
                  aria-label={translate('record.redaction.place')}
                  placeholder={translate('record.redaction.place')}
                  maxLength={100}
                  value={place}
                  onChange={({ target }) => write(index, { place: target.value })}
                />
              </Box>
              <Box flex="2">
                <TextInput
                  aria-label={translate('record.redaction.reason')}
                  placeholder={translate('record.redaction.reason')}
                  maxLength={300}
                  value={reason}
                  onChange={({ target }) => write(index, { reason: target.value })}
                />
              </Box>
            </Flex>
            <IconButton
              label={translate('record.redaction.remove', { number: index + 1 })}
              onClick={() => decision.changeRecord({ redactions: rows.filter((_row, at) => at !== index) })}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
      </Flex>
      {error === undefined ? null : (
        <Typography variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
      <Flex>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Plus />}
          onClick={() => decision.changeRecord({ redactions: [...rows, NEW_ROW] })}
        >
          {translate('record.redaction.add')}
        </Button>
      </Flex>
    </Flex>
  );
};

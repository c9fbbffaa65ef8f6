import { Checkbox, Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import type { NoticeWording, Withholding } from 'disclosure-contract';
import { useTranslate } from '../../message';
import { suggestedNotice } from './decision-form';
import { inputId } from './use-decision';

interface NoticeFieldsProps {
  mode: Withholding['mode'];
  /** Null where the public is told nothing. */
  wording: NoticeWording | null;
  problems: Readonly<Record<string, string>>;
  onChange: (wording: NoticeWording | null) => void;
}

/** Whether the public is told of a decision not to publish, and in which words: what is suggested gives nothing away. */
export const NoticeFields = ({ mode, wording, problems, onChange }: NoticeFieldsProps) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="notice" hint={translate('notice.hint')}>
        <Checkbox
          checked={wording !== null}
          onCheckedChange={(checked: boolean) => onChange(checked ? suggestedNotice(mode) : null)}
        >
          {translate('notice.wanted')}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
      {wording === null ? null : (
        <>
          <Field.Root
            id={inputId('notice.title')}
            name="notice-title"
            required
            hint={translate('notice.title.hint')}
            error={problems['notice.title']}
          >
            <Field.Label>{translate('notice.title')}</Field.Label>
            <TextInput
              maxLength={255}
              value={wording.title}
              onChange={({ target }) => onChange({ ...wording, title: target.value })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Field.Root
            id={inputId('notice.explanation')}
            name="notice-explanation"
            required
            hint={translate('notice.explanation.hint')}
            error={problems['notice.explanation']}
          >
            <Field.Label>{translate('notice.explanation')}</Field.Label>
            <Textarea
              maxLength={2000}
              value={wording.explanation}
              onChange={({ target }: { target: HTMLTextAreaElement }) =>
                onChange({ ...wording, explanation: target.value })
              }
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Checkbox
            checked={wording.showsReviewDate}
            onCheckedChange={(checked: boolean) => onChange({ ...wording, showsReviewDate: checked })}
          >
            {translate('notice.shows-review-date')}
          </Checkbox>
        </>
      )}
    </Flex>
  );
};

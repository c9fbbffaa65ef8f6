import { Loader } from '@strapi/design-system';
import { useTranslate } from '../../message';
import { Panel } from '../Panel';
import { FieldRow } from './FieldRow';
import type { ReviewPanelProps } from './panels';
import { readingOrder, shownValue } from './reading-order';

/** The content under review, field by field, each with a way to comment on it. */
export const ContentPanel = ({ review, earlier, draft, decision }: ReviewPanelProps) => {
  const translate = useTranslate();
  if (review.kind !== 'publication') return null;
  return (
    <Panel title={translate('review.content')}>
      {draft === undefined ? (
        <Loader small>{translate('loading')}</Loader>
      ) : (
        <ul>
          {readingOrder(review.type).map((field) => (
            <FieldRow
              key={field}
              type={review.type}
              field={field}
              value={shownValue(draft.content, field)}
              remarks={remarksOn(field)}
              decision={review.mayDecide ? decision : null}
            />
          ))}
        </ul>
      )}
    </Panel>
  );

  /** What was said about the field, in this round and in the one before it. */
  function remarksOn(field: string) {
    const made = [...(earlier[0]?.decisions ?? []), ...review.decisions];
    return made.flatMap(({ personName, comments }) =>
      comments.filter((comment) => comment.field === field).map(({ text }) => ({ by: personName ?? '', text })),
    );
  }
};

import { useTranslate } from '../../message';
import { PreviewFrame } from '../../preview/PreviewFrame';
import { Panel } from '../Panel';
import type { ReviewPanelProps } from './panels';

/** The page as the public will see it, or the one that is to go, and what would change with it. */
export const PreviewPanel = ({ review }: ReviewPanelProps) => {
  const translate = useTranslate();
  if (review.state !== 'open' && review.state !== 'approved') return null;
  if (review.kind === 'ratification') return null;
  return (
    <Panel title={translate(review.kind === 'withdrawal' ? 'preview.title.withdrawal' : 'preview.title')}>
      <PreviewFrame documentId={review.item} change={review.kind === 'withdrawal' ? 'withdraw' : 'publish'} />
    </Panel>
  );
};

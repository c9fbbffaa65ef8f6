import { Findings } from '../../checks/Checks';
import { useTranslate } from '../../message';
import { Panel } from '../Panel';
import type { ReviewPanelProps } from './panels';

/** What the checks find in the content under review. */
export const FindingsPanel = ({ review, draft }: ReviewPanelProps) => {
  const translate = useTranslate();
  if (review.kind !== 'publication' || draft === undefined) return null;
  return (
    <Panel title={translate('checks.title')}>
      <Findings documentId={review.item} typed={null} />
    </Panel>
  );
};

import { Badge } from '@strapi/design-system';
import { dayInChina } from 'disclosure-contract';
import { useTranslate } from '../../message';
import { isDue } from '../waiting-time';

/** On which day a decision not to publish is looked at again, and whether that day has come. */
export const AgainOn = ({ day }: { day: string }) => {
  const translate = useTranslate();
  const today = dayInChina(new Date().toISOString());
  if (!isDue(day, today)) return <Badge>{translate('review.again-on', { day })}</Badge>;
  return (
    <Badge backgroundColor="danger100" textColor="danger700">
      {translate(day === today ? 'again.due' : 'again.overdue', { day })}
    </Badge>
  );
};

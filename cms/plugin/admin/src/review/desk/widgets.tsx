import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { dayInChina } from 'disclosure-contract';
import { Link as RouterLink } from 'react-router-dom';
import { useTranslate } from '../../message';
import { DESK_PATH } from '../paths';
import { useReviewDeskQuery } from '../review-api';
import { byUrgency, isDue } from '../waiting-time';
import { AgainList } from './AgainList';
import { OwnList } from './OwnList';
import { WaitingList } from './WaitingList';

/** As many as a widget holds without becoming a page. */
const MOST = 5;

/** 等我审核 on the home page, and below it the decisions not to publish whose day has come. */
export const WaitingWidget = () => {
  const translate = useTranslate();
  const { data: desk, isError } = useReviewDeskQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isError) return <Widget.Error />;
  if (desk === undefined) return <Widget.Loading />;
  const today = dayInChina(new Date().toISOString());
  const again = desk.again.filter(({ reviewAgainOn }) => isDue(reviewAgainOn, today));
  if (desk.waiting.length + again.length === 0) {
    return <Widget.NoData>{translate('desk.waiting.none')}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {desk.waiting.length === 0 ? null : <WaitingList entries={desk.waiting.slice(0, MOST)} />}
      <More count={desk.waiting.length - MOST} />
      {again.length === 0 ? null : (
        <>
          <Typography tag="h3" variant="pi" fontWeight="bold">
            {translate('desk.again')}
          </Typography>
          <AgainList entries={again.slice(0, MOST)} />
          <More count={again.length - MOST} />
        </>
      )}
    </Flex>
  );
};

/** 我送审的 on the home page. */
export const OwnWidget = () => {
  const translate = useTranslate();
  const { data: desk, isError } = useReviewDeskQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isError) return <Widget.Error />;
  if (desk === undefined) return <Widget.Loading />;
  if (desk.own.length === 0) return <Widget.NoData>{translate('desk.own.none')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <OwnList entries={byUrgency(desk.own).slice(0, MOST)} />
      <More count={desk.own.length - MOST} />
    </Flex>
  );
};

const More = ({ count }: { count: number }) => {
  const translate = useTranslate();
  if (count <= 0) return null;
  return (
    <Link tag={RouterLink} to={DESK_PATH}>
      <Typography variant="pi">{translate('desk.more', { count })}</Typography>
    </Link>
  );
};

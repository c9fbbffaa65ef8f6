import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { useTranslate } from '../../message';
import { DESK_PATH } from '../paths';
import { useReviewDeskQuery } from '../review-api';
import { byUrgency } from '../waiting-time';
import { OwnList } from './OwnList';
import { WaitingList } from './WaitingList';

/** As many as a widget holds without becoming a page. */
const MOST = 5;

/** 等我审核 on the home page. */
export const WaitingWidget = () => {
  const translate = useTranslate();
  const { data: desk, isError } = useReviewDeskQuery(undefined, { refetchOnMountOrArgChange: true });
  if (isError) return <Widget.Error />;
  if (desk === undefined) return <Widget.Loading />;
  if (desk.waiting.length === 0) return <Widget.NoData>{translate('desk.waiting.none')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <WaitingList entries={desk.waiting.slice(0, MOST)} />
      <More count={desk.waiting.length - MOST} />
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

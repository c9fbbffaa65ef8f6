import { Badge, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { useTranslate } from '../message';
import { SettingsBox } from './SettingsBox';
import type { OwnSignIn, PasswordState } from './sign-in-api';

export const OwnPassword = ({ password }: { password: PasswordState }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const { setAt, daysLeft } = password;
  return (
    <SettingsBox
      title={translate('sign-in.password')}
      state={
        daysLeft === null ? null : (
          <Badge active={daysLeft <= 7}>{translate('sign-in.password.days-left', { days: daysLeft })}</Badge>
        )
      }
      actions={
        <LinkButton tag={Link} to="/me" variant="tertiary">
          {translate('sign-in.password.change')}
        </LinkButton>
      }
    >
      <Typography textColor="neutral600">
        {translate('sign-in.password.set-on', { date: formatDate(setAt, { dateStyle: 'long' }) })}
      </Typography>
    </SettingsBox>
  );
};

/** What happened to one's own account: somebody who reads of a sign-in that was not theirs says so. */
export const RecentSignIns = ({ recent }: Pick<OwnSignIn, 'recent'>) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  return (
    <SettingsBox title={translate('sign-in.recent')}>
      {recent.length === 0 ? (
        <Typography textColor="neutral600">{translate('sign-in.recent.none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {recent.map(({ event, at }) => (
            <Flex key={`${at}${event}`} tag="li" gap={4} wrap="wrap">
              <Typography tag="time" dateTime={at} textColor="neutral600">
                {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
              </Typography>
              <Typography>{translate(`sign-in.event.${event}`)}</Typography>
            </Flex>
          ))}
        </Flex>
      )}
    </SettingsBox>
  );
};

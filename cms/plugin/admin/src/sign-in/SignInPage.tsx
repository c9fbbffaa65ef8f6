import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useTranslate } from '../message';
import { RIGHTS } from '../permissions';
import { AccountList } from './AccountList';
import { OwnSecondFactor } from './OwnSecondFactor';
import { OwnPassword, RecentSignIns } from './OwnSignIn';
import { useOwnSignInQuery } from './sign-in-api';

/** 登录安全: one's own sign-in, and for who may, those of everybody. */
const SignInPage = () => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(RIGHTS.manageSignIn);
  const { data: own, isError } = useOwnSignInQuery(undefined, { refetchOnMountOrArgChange: true });
  if (own === undefined) return isError ? <Page.Error /> : <Page.Loading />;

  return (
    <Page.Main>
      <Page.Title>{translate('sign-in.title')}</Page.Title>
      <Layouts.Header title={translate('sign-in.title')} subtitle={translate('sign-in.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <OwnPassword password={own.password} />
          {own.policy === 'off' ? null : <OwnSecondFactor own={own} />}
          <RecentSignIns recent={own.recent} />
          {allowedActions['canManage'] === true ? <AccountList /> : null}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

export default SignInPage;

import { useEffect } from 'react';
import { useAuth, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { useTranslate } from '../message';
import { IdleWatch } from './IdleWatch';
import { LockedDialog } from './LockedDialog';
import { useOwnSignInQuery, type Outstanding, type Session } from './sign-in-api';
import { CodeStep, EnrolmentStep, PasswordStep } from './steps';
import { enter, show, useUnderWay } from './under-way';

/** Stands on every page of the panel: the steps of whoever is signing in, the watch over whoever is signed in. */
export const SignInRoot = () => {
  const token = useAuth('SignInRoot', (auth) => auth.token);
  const isSignedIn = token !== null;
  return isSignedIn ? <SignedIn /> : <SigningIn />;
};

const SigningIn = () => {
  const underWay = useUnderWay();
  const navigate = useNavigate();
  const close = () => show(null);
  if (underWay === null) return null;
  if (underWay.step === 'locked') return <LockedDialog until={underWay.until} onClose={close} />;

  const { challenge, step, isFromLogin, remembers } = underWay;
  const goOn = (next: Outstanding | Session) => {
    if ('challenge' in next) return show({ ...next, isFromLogin, remembers });
    enter(next.token, remembers);
    // Strapi's login page leads on by itself, to where somebody wanted to go; its other forms do not.
    if (!isFromLogin) navigate('/');
  };
  const props = { challenge, onDone: goOn, onClose: close };
  switch (step) {
    case 'code':
      return <CodeStep key={challenge} {...props} />;
    case 'password':
      return <PasswordStep key={challenge} {...props} />;
    case 'enrolment':
      return <EnrolmentStep key={challenge} {...props} />;
  }
};

const REMIND_DAYS = 7;
const REMINDED_KEY = 'disclosure-password-reminded';

const SignedIn = () => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { data: own } = useOwnSignInQuery();
  const daysLeft = own?.password.daysLeft ?? null;

  useEffect(() => {
    if (daysLeft === null || daysLeft > REMIND_DAYS) return;
    if (window.sessionStorage.getItem(REMINDED_KEY) === String(daysLeft)) return;
    window.sessionStorage.setItem(REMINDED_KEY, String(daysLeft));
    const link = { label: translate('sign-in.password.change'), url: '/admin/me' };
    toggleNotification({ type: 'warning', message: translate('sign-in.password.soon', { days: daysLeft }), link });
  }, [daysLeft, toggleNotification, translate]);

  return own === undefined ? null : <IdleWatch idleMinutes={own.idleMinutes} />;
};

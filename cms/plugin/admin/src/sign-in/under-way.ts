import { useSyncExternalStore } from 'react';
import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import type { Outstanding, StepName } from './sign-in-api';

type Middleware = ReturnType<StrapiApp['middlewares'][number]>;

/** What stands between a right password and the panel. */
export type UnderWay =
  | (Outstanding & { readonly isFromLogin: boolean; readonly remembers: boolean })
  | { readonly step: 'locked'; readonly until: string };

interface Answer {
  readonly type: string;
  readonly payload?: { readonly details?: Readonly<Record<string, unknown>> };
  readonly meta?: {
    readonly arg?: { readonly endpointName?: string; readonly originalArgs?: { readonly rememberMe?: boolean } };
  };
}

const STEP_OF: Readonly<Record<string, StepName>> = {
  second_factor_required: 'code',
  password_expired: 'password',
  second_factor_enrolment_required: 'enrolment',
};

/** Strapi's own calls that would open a session. */
const OPENING = new Set(['login', 'registerUser', 'registerAdmin', 'resetPassword']);

let current: UnderWay | null = null;
let dispatch: (action: unknown) => unknown = () => undefined;
const listeners = new Set<() => void>();

export function show(underWay: UnderWay | null): void {
  current = underWay;
  listeners.forEach((listener) => listener());
}

export function useUnderWay(): UnderWay | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Strapi's login page shows a refusal and stops there: this hears of those that name a next step, and shows it. */
export const signInSteps = (): Middleware => (api) => {
  dispatch = api.dispatch as typeof dispatch;
  return (next) => (action) => {
    const underWay = underWayIn(action as Answer);
    if (underWay !== null) show(underWay);
    return next(action);
  };
};

/** What an answer of the server leaves to do; null for any other action. */
export function underWayIn({ type, payload, meta }: Answer): UnderWay | null {
  const { endpointName = '', originalArgs } = meta?.arg ?? {};
  if (!type.endsWith('/rejected') || !OPENING.has(endpointName)) return null;
  const { code, challenge, until } = payload?.details ?? {};
  if (code === 'sign_in_locked' && typeof until === 'string') return { step: 'locked', until };
  const step = STEP_OF[String(code)];
  if (step === undefined || typeof challenge !== 'string') return null;
  const isFromLogin = endpointName === 'login';
  return { step, challenge, isFromLogin, remembers: originalArgs?.rememberMe === true };
}

/** As Strapi's login does with the token that it gets. */
export function enter(token: string, remembers: boolean): void {
  show(null);
  dispatch({ type: 'admin/login', payload: { token, persist: remembers } });
}

/** As Strapi's logout does, without asking about what was not saved: nobody is there to answer. */
export function leave(): void {
  dispatch(adminApi.util.resetApiState());
  dispatch({ type: 'admin/logout' });
}

import { adminApi } from '@strapi/strapi/admin';

/** What is left of a sign-in after the password; the server's words for it are the codes of its refusals. */
export type StepName = 'code' | 'password' | 'enrolment';

export interface Outstanding {
  readonly step: StepName;
  readonly challenge: string;
}

export interface Session {
  readonly token: string;
}

export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

export interface PasswordState {
  readonly setAt: string;
  readonly daysLeft: number | null;
  readonly isDue: boolean;
}

export interface OwnSignIn {
  readonly policy: 'off' | 'optional' | 'required';
  readonly idleMinutes: number;
  readonly password: PasswordState;
  readonly secondFactor: {
    readonly isOn: boolean;
    readonly enrolledAt: string | null;
    readonly recoveryCodesLeft: number;
  };
  readonly recent: readonly { readonly event: string; readonly at: string }[];
}

export interface SignInAccount {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly lockedUntil: string | null;
  readonly password: PasswordState;
  readonly secondFactor: { readonly isOn: boolean; readonly enrolledAt: string | null };
}

interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

const api = adminApi.enhanceEndpoints({ addTagTypes: ['DisclosureSignIn'] });
const data = <T>({ data: content }: { data: T }) => content;

function post<Body>(path: (body: Body) => string) {
  return (body: Body) => ({ url: `/disclosure/sign-in${path(body)}`, method: 'POST' as const, data: body });
}

const signInApi = api.injectEndpoints({
  endpoints: (build) => ({
    giveCode: build.mutation<Outstanding | Session, { challenge: string; code: string }>({
      query: post(() => '/code'),
      transformResponse: data<Outstanding | Session>,
    }),
    givePassword: build.mutation<Outstanding | Session, { challenge: string; password: string }>({
      query: post(() => '/password'),
      transformResponse: data<Outstanding | Session>,
    }),
    beginEnrolment: build.mutation<Enrolment, { challenge: string }>({
      query: post(() => '/enrolment'),
      transformResponse: data<Enrolment>,
    }),
    confirmEnrolment: build.mutation<
      RecoveryCodes & { session: Outstanding | Session },
      { challenge: string; code: string }
    >({
      query: post(() => '/enrolment/confirm'),
      transformResponse: data<RecoveryCodes & { session: Outstanding | Session }>,
    }),
    ownSignIn: build.query<OwnSignIn, void>({
      query: () => '/disclosure/sign-in/own',
      transformResponse: data<OwnSignIn>,
      providesTags: ['DisclosureSignIn'],
    }),
    beginOwnFactor: build.mutation<Enrolment, { password: string }>({
      query: post(() => '/own/second-factor'),
      transformResponse: data<Enrolment>,
    }),
    confirmOwnFactor: build.mutation<RecoveryCodes, { code: string }>({
      query: post(() => '/own/second-factor/confirm'),
      transformResponse: data<RecoveryCodes>,
      invalidatesTags: ['DisclosureSignIn'],
    }),
    removeOwnFactor: build.mutation<unknown, { code: string }>({
      query: post(() => '/own/second-factor/remove'),
      invalidatesTags: ['DisclosureSignIn'],
    }),
    renewRecoveryCodes: build.mutation<RecoveryCodes, { code: string }>({
      query: post(() => '/own/recovery-codes'),
      transformResponse: data<RecoveryCodes>,
      invalidatesTags: ['DisclosureSignIn'],
    }),
    signInAccounts: build.query<readonly SignInAccount[], void>({
      query: () => '/disclosure/sign-in/accounts',
      transformResponse: data<SignInAccount[]>,
      providesTags: ['DisclosureSignIn'],
    }),
    unlockAccount: build.mutation<unknown, number>({
      query: (id) => ({ url: `/disclosure/sign-in/accounts/${id}/unlock`, method: 'POST' }),
      invalidatesTags: ['DisclosureSignIn'],
    }),
    resetSecondFactor: build.mutation<unknown, number>({
      query: (id) => ({ url: `/disclosure/sign-in/accounts/${id}/second-factor/reset`, method: 'POST' }),
      invalidatesTags: ['DisclosureSignIn'],
    }),
  }),
});

export const {
  useGiveCodeMutation,
  useGivePasswordMutation,
  useBeginEnrolmentMutation,
  useConfirmEnrolmentMutation,
  useOwnSignInQuery,
  useBeginOwnFactorMutation,
  useConfirmOwnFactorMutation,
  useRemoveOwnFactorMutation,
  useRenewRecoveryCodesMutation,
  useSignInAccountsQuery,
  useUnlockAccountMutation,
  useResetSecondFactorMutation,
} = signInApi;

import { adminApi } from '@strapi/strapi/admin';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roleNames: readonly string[];
  /** documentIds of organs. */
  readonly sections: readonly string[];
}

export interface NewStandIn {
  /** Whose place is taken. */
  readonly person: string;
  readonly standIn: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface StandIn extends Omit<NewStandIn, 'reason'> {
  readonly documentId: string;
  readonly reason: string | null;
}

export interface Staff {
  readonly people: readonly Person[];
  readonly standIns: readonly StandIn[];
}

const api = adminApi.enhanceEndpoints({ addTagTypes: ['DisclosurePeople', 'DisclosureDesk'] });

/** Who belongs where decides what waits for whom. */
const TAGS = ['DisclosurePeople', 'DisclosureDesk'] as const;

const peopleApi = api.injectEndpoints({
  endpoints: (build) => ({
    staff: build.query<Staff, void>({
      query: () => '/disclosure/people',
      transformResponse: ({ data }: { data: Staff }) => data,
      providesTags: ['DisclosurePeople'],
    }),
    assignSections: build.mutation<unknown, Pick<Person, 'id' | 'sections'>>({
      query: ({ id, sections }) => ({
        url: `/disclosure/people/${id}/sections`,
        method: 'PUT',
        data: { sections },
      }),
      invalidatesTags: [...TAGS],
    }),
    addStandIn: build.mutation<unknown, NewStandIn>({
      query: (standIn) => ({ url: '/disclosure/stand-ins', method: 'POST', data: standIn }),
      invalidatesTags: [...TAGS],
    }),
    removeStandIn: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `/disclosure/stand-ins/${documentId}`, method: 'DELETE' }),
      invalidatesTags: [...TAGS],
    }),
  }),
});

export const { useStaffQuery, useAssignSectionsMutation, useAddStandInMutation, useRemoveStandInMutation } = peopleApi;

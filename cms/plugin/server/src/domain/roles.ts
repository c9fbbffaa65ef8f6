import { ALL_ITEM_UIDS, CATEGORY, CORRECTION, ORGAN, PERMISSIONS, REVIEW_CHAIN } from '../plugin-id.ts';

/** A permission as Strapi stores it. */
export interface RolePermission {
  readonly action: string;
  readonly subject?: string;
  readonly conditions?: readonly string[];
}

export interface RoleInput {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly RolePermission[];
}

/** Only items of the sections that a person belongs to, and those that they began themselves. */
export const OWN_SECTION = 'plugin::disclosure.own-section';

type Action = 'create' | 'read' | 'update' | 'delete' | 'publish';

const explorer = (action: Action, subject: string, conditions: string[] = []) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject,
  conditions,
});
/** For items of every type. */
const items = (actions: readonly Action[], conditions: string[] = []) =>
  ALL_ITEM_UIDS.flatMap((subject) => actions.map((action) => explorer(action, subject, conditions)));
const readsCatalogue = [CATEGORY, ORGAN].map((subject) => explorer('read', subject));
const ownUploads: RolePermission[] = [
  { action: 'plugin::upload.read', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.configure-view' },
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.update', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
];
const allUploads = ownUploads.map(({ action }) => ({ action }));
const seesUploads: RolePermission[] = [{ action: 'plugin::upload.read' }, { action: 'plugin::upload.assets.download' }];
const plugin = (...actions: string[]): RolePermission[] => actions.map((action) => ({ action }));

const reviewer = (name: string, code: string, description: string, conditions: string[] = []): RoleInput => ({
  code,
  name,
  description,
  permissions: [
    ...items(['read'], conditions),
    ...readsCatalogue,
    ...seesUploads,
    ...plugin(PERMISSIONS.review, PERMISSIONS.readPipeline),
  ],
});

/** 角色: who takes part in disclosure, and what each needs to see. They are made at the first start and then the department's. */
export const ROLES = {
  officer: {
    code: 'disclosure-officer',
    name: '信息员',
    description: '采集、撰写、送审本科室的信息；审核通过后发布。',
    permissions: [
      ...items(['create', 'read', 'update', 'publish'], [OWN_SECTION]),
      ...readsCatalogue,
      ...ownUploads,
      ...plugin(PERMISSIONS.readPipeline),
    ],
  },
  sectionHead: reviewer('科室负责人', 'disclosure-section-head', '把关本科室送审的信息。', [OWN_SECTION]),
  confidentialityReviewer: reviewer('保密审查员', 'disclosure-confidentiality-reviewer', '对拟公开的信息作保密审查。'),
  deputyHead: reviewer('分管领导', 'disclosure-deputy-head', '审核分管范围内拟公开的信息。'),
  head: reviewer('主要领导', 'disclosure-head', '审批拟公开的信息。'),
  office: {
    code: 'disclosure-office',
    name: '政务公开办管理员',
    description: '管理公开目录、机构、审核流程、人员和代理，发布审核通过的信息，紧急时撤下。',
    permissions: [
      ...items(['create', 'read', 'update', 'publish']),
      ...[CATEGORY, ORGAN, REVIEW_CHAIN].flatMap((subject) =>
        (['create', 'read', 'update', 'delete'] as const).map((action) => explorer(action, subject)),
      ),
      ...(['read', 'update'] as const).map((action) => explorer(action, CORRECTION)),
      ...allUploads,
      ...plugin(
        PERMISSIONS.withdraw,
        PERMISSIONS.readPipeline,
        PERMISSIONS.managePipeline,
        PERMISSIONS.manageReview,
        PERMISSIONS.review,
        PERMISSIONS.manageSignIn,
      ),
    ],
  },
} as const satisfies Readonly<Record<string, RoleInput>>;

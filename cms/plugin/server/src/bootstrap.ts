import type { Core } from '@strapi/strapi';
import { installUploadGate } from './gate/upload-gate.ts';
import { PLUGIN_ID } from './plugin-id.ts';
import { servicesOf } from './services/index.ts';
import { keepListsQuick } from './services/editor-lists.ts';
import { permissionService } from './strapi-access.ts';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const section = { section: 'plugins', pluginName: PLUGIN_ID } as const;
  await permissionService(strapi).actionProvider.registerMany([
    { ...section, displayName: '紧急撤下已公开的信息', uid: 'withdraw' },
    { ...section, displayName: '查看发布情况', uid: 'pipeline.read' },
    { ...section, displayName: '管理网站节点', uid: 'pipeline.manage' },
    { ...section, displayName: '审核送审的信息', uid: 'review' },
    { ...section, displayName: '管理人员、科室和代理', uid: 'review.manage' },
    { ...section, displayName: '管理登录安全', uid: 'sign-in.manage' },
  ]);
  const services = servicesOf(strapi);
  const { auditWatch, changes, feed, nudger, people, reviewWatch, roles, signIn, withholding } = services;
  await roles.offerConditions(people);
  roles.beginAfterAdmin();
  installUploadGate(strapi, services);
  await auditWatch.recordCommand(process.argv);
  auditWatch.start();
  await withholding.noteFormerDays();
  reviewWatch.start();
  signIn.passwords.watch();
  await feed.idOfFeed();
  await keepListsQuick(strapi);
  // A nudge that was lost with the last process is given again; nodes that are up to date find nothing.
  const last = await changes.last();
  if (last > 0) nudger.notify(last);
}

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const { auditWatch, nudger, reviewWatch } = servicesOf(strapi);
  nudger.stop();
  await reviewWatch.stop();
  await auditWatch.settled();
}

import type { Core } from '@strapi/strapi';
import { installGate } from './gate/index.ts';
import { guardUploads } from './middlewares/uploads-guard.ts';
import { PLUGIN_ID } from './plugin-id.ts';
import { guardSignIn } from './sign-in/guards.ts';
import { limitSessions } from './sign-in/session.ts';
import { configOf } from './strapi-access.ts';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.customFields.register([
    { name: 'body', plugin: PLUGIN_ID, type: 'richtext', inputSize: { default: 12, isResizable: false } },
    { name: 'codes', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 6, isResizable: true } },
    { name: 'flows', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: false } },
    { name: 'former-names', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: true } },
    { name: 'marked', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: true } },
    { name: 'review-steps', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: false } },
    { name: 'rows', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: true } },
    { name: 'words', plugin: PLUGIN_ID, type: 'json', inputSize: { default: 12, isResizable: true } },
  ]);
  installGate(strapi);
  guardUploads(strapi);
  limitSessions(strapi, configOf(strapi).signIn);
  guardSignIn(strapi);
}

import type { Core } from '@strapi/strapi';

/** Strapi's key for what it encrypts; an application without one has at least the secret of its sessions. */
export function applicationSecret(strapi: Core.Strapi): string {
  const secret: unknown = strapi.config.get('admin.secrets.encryptionKey') ?? strapi.config.get('admin.auth.secret');
  if (typeof secret === 'string' && secret !== '') return secret;
  throw new Error('Cannot keep second factors: set admin.secrets.encryptionKey (ENCRYPTION_KEY) to a long random text');
}

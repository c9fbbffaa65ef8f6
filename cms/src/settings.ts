import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Building the admin panel writes no data and needs no secrets. */
const isBuilding = process.argv.includes('build');

/** Everything that is written lies below one folder: `DATA_DIR`, by default `.data` at the root of the project. */
function dataFolder(): string {
  const folder = resolve(process.env['DATA_DIR'] || resolve(process.cwd(), '../.data'), 'cms');
  // Strapi does not start without the folder for uploads.
  if (!isBuilding) mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
  return folder;
}

function port(name: string, fallback: number): number {
  const written = process.env[name] || String(fallback);
  const value = Number(written);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new Error(`Cannot start the CMS: ${name} must be a port between 1 and 65535, and is "${written}"`);
}

/** Checked by the plugin. */
function number(name: string, fallback: number): number {
  return Number(process.env[name] || fallback);
}

function secret(name: string): string {
  const value = process.env[name];
  if (value) return value;
  if (isBuilding) return 'unused-while-building';
  throw new Error(`Cannot start the CMS: the environment variable ${name} is missing; set it to a long random text`);
}

/** The mail server for notices, or null without one: `SMTP_URL` such as `smtp://user:password@mail.example.gov.cn:587`. */
function mail() {
  const server = process.env['SMTP_URL'];
  const from = process.env['MAIL_FROM'];
  if (!server) return null;
  if (!from)
    throw new Error('Cannot start the CMS: SMTP_URL is set and MAIL_FROM is not; name the address of the sender');
  return { provider: 'nodemailer', providerOptions: smtpOptions(server), settings: { defaultFrom: from } };
}

function smtpOptions(written: string) {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol)) {
    throw new Error('Cannot start the CMS: SMTP_URL must begin with smtp:// or smtps:// and name a server');
  }
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const auth = user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } };
  return { host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure, ...auth };
}

const folder = dataFolder();
const cmsPort = port('CMS_PORT', Number(process.env['PORT']) || 1337);

export const settings = {
  host: process.env['HOST'] || '127.0.0.1',
  port: cmsPort,
  /** Where browsers reach the admin panel. */
  url: (process.env['CMS_URL'] || `http://localhost:${cmsPort}`).replace(/\/+$/, ''),
  siteUrl: (process.env['SITE_URL'] || '').replace(/\/+$/, ''),
  mail: mail(),
  publicFolder: join(folder, 'public'),
  publishedFiles: join(folder, 'published-files'),
  sqliteFile: join(folder, 'data.db'),
  idleMinutes: number('SIGN_IN_IDLE_MINUTES', 15),
  secret,
};

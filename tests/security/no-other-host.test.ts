import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loginOf } from '../../scripts/demo/seed.ts';
import { root } from '../../scripts/demo/settings.mjs';
import { SUPER_ADMIN } from '../../scripts/seed/posts.ts';
import { launchChromium } from '../support/chromium.ts';
import { startDemo, type Demo } from '../support/demo.ts';

let demo: Demo;
let browser: Browser;
let folder: string;
let watched: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-watched-'));
  watched = join(folder, 'connections.txt');
  demo = await startDemo({ env: watching() });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await demo?.remove();
  rmSync(folder, { recursive: true, force: true });
});

function watching(): NodeJS.ProcessEnv {
  const preload = join(root, 'tests/support/watch-connections.cjs');
  return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, WATCH_CONNECTIONS: watched };
}

function hostsSpokenTo(): string[] {
  return existsSync(watched) ? readFileSync(watched, 'utf8').trimEnd().split('\n') : [];
}

test('the watch sees a connection to another host', () => {
  const own = join(folder, 'own.txt');
  const program = `require('node:net').connect(9, '192.0.2.1').on('error', () => {}).destroy()`;
  spawnSync(process.execPath, ['-e', program], { env: { ...process.env, ...watching(), WATCH_CONNECTIONS: own } });
  expect(readFileSync(own, 'utf8')).toContain('connects to 192.0.2.1');
});

test('the administration panel asks no other host for anything, from the first page to an open item', async () => {
  const login = loginOf(demo.logins, SUPER_ADMIN.role);
  const page = await browser.newPage();
  const others: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== 'localhost') others.push(request.url());
  });

  await page.goto(`${demo.cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(login.email);
  await page.locator('input[name="password"]').fill(login.password);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav').first().waitFor();
  for (const path of [
    '',
    '/content-manager/collection-types/plugin::disclosure.item',
    '/content-manager/collection-types/plugin::disclosure.item/create',
    '/plugins/upload',
    '/settings/application-infos',
  ]) {
    await page.goto(`${demo.cmsUrl}/admin${path}`);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  await page.close();
  expect(others).toEqual([]);
});

test('the public pages load nothing from another host', async () => {
  const page = await browser.newPage();
  const others: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') others.push(request.url());
  });
  for (const path of ['/', '/catalogue/', '/organs/', '/search?q=住房']) {
    await page.goto(demo.siteUrl + path);
    await page.waitForLoadState('networkidle');
  }
  await page.close();
  expect(others).toEqual([]);
});

test('no program of the demo speaks to another host, from the first start on', () => {
  expect(hostsSpokenTo()).toEqual([]);
});

test('the policy of the administration panel lets a page speak to its own server only', async () => {
  const answer = await fetch(`${demo.cmsUrl}/admin`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toMatch(/https?:/);
});

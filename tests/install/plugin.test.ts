import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { feedPageSchema } from 'disclosure-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HARMLESS } from '../../scripts/seed/review-round.ts';
import { freePort } from '../support/free-port.ts';
import { BLANK_CMS, cmsSecrets } from './support/blank-cms.ts';
import { blankProject, type BlankProject, type Running } from './support/blank-project.ts';
import { pack, type Packed } from './support/packed.ts';
import { filesInReadme } from './support/readme.ts';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
/** Two minutes on two idle cores. */
const INSTALLING_MS = 15 * 60_000;
const SITE_URL = 'https://www.example.gov.cn';

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has no type until it is looked at
  readonly body: any;
}

const secrets = cmsSecrets();
let packed: Packed;
let project: BlankProject;

beforeAll(async () => {
  packed = await pack(['strapi-plugin-disclosure']);
  project = blankProject();
  const { strapi, dependencies } = BLANK_CMS.manifest;
  await project.install({
    strapi,
    dependencies: { ...dependencies, 'strapi-plugin-disclosure': `file:${packed.tarball('strapi-plugin-disclosure')}` },
  });
  project.write({ ...BLANK_CMS.files, ...filesInReadme('strapi-plugin-disclosure') });
}, INSTALLING_MS);

afterAll(async () => {
  await project.remove();
  packed.remove();
});

// With a second copy, an error of one is a stranger to the other, and a component finds no provider above it.
test.each([
  '@strapi/utils',
  '@strapi/strapi',
  '@strapi/design-system',
  '@strapi/icons',
  'react',
  'react-dom',
  'react-intl',
  'react-router-dom',
  'styled-components',
])('installing the plugin leaves one copy of %s', (name) => {
  const copies = [...project.installed().keys()].filter((path) => path.endsWith(`node_modules/${name}`));
  expect(copies).toEqual([`node_modules/${name}`]);
});

test('installing the plugin does not install the contract or the tools it is built with', () => {
  const installed = project.installed();
  for (const name of ['disclosure-contract', '@strapi/sdk-plugin'])
    expect(installed.has(`node_modules/${name}`)).toBe(false);
});

describe('a blank Strapi with the configuration of the README', () => {
  let strapi: Running;
  let url: string;
  let administrator: string;

  async function ask(method: string, path: string, body?: unknown, token = administrator): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  /** What an answer says, when it is the one that is wanted. */
  async function given(method: string, path: string, body?: unknown): Promise<Answer['body']> {
    const answer = await ask(method, path, body);
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body.data;
  }

  const entries = (type: string) => `/content-manager/collection-types/plugin::disclosure.${type}`;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    strapi = await project.start({
      script: STRAPI,
      args: ['start'],
      env: { ...secrets, PORT: String(port), SITE_URL },
      url: `${url}/_health`,
    });
    const { status, body } = await ask(
      'POST',
      '/admin/register-admin',
      { firstname: '管', lastname: '理', email: 'admin@example.gov.cn', password: 'Password-1' },
      '',
    );
    expect(status, JSON.stringify(body)).toBe(200);
    administrator = body.data.token;
  });

  afterAll(() => strapi.stop());

  test('has the plugin’s content types', async () => {
    const types = await given('GET', '/content-manager/content-types');
    const uids = types.map(({ uid }: { uid: string }) => uid);
    expect(uids).toEqual(
      expect.arrayContaining(['plugin::disclosure.item', 'plugin::disclosure.category', 'plugin::disclosure.organ']),
    );
  });

  test('gives the feed to nobody without a token', async () => {
    const { status, body } = await ask('GET', '/api/disclosure/changes', undefined, '');
    expect(status).toBe(401);
    expect(body).toMatchObject({ data: null, error: { status: 401, name: 'UnauthorizedError' } });
  });

  test('refuses an incomplete item with what is missing, at its fields', async () => {
    const { documentId } = await given('POST', entries('item'), { title: '没有写完的通知' });
    const { status, body } = await ask('POST', `${entries('item')}/${documentId}/actions/publish`, {});
    expect(status).toBe(400);
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))).toContain('categories');
  });

  /** Invites somebody with a role, who then sets a password. Gives their session. */
  async function invite(role: string, mailbox: string): Promise<string> {
    const roles = await given('GET', '/admin/roles');
    const { id } = roles.find(({ name }: { name: string }) => name === role);
    const email = `${mailbox}@example.gov.cn`;
    const { registrationToken } = await given('POST', '/admin/users', {
      firstname: role,
      lastname: '',
      email,
      roles: [id],
    });
    const userInfo = { firstname: role, lastname: '', password: 'Password-1' };
    const { token } = await given('POST', '/admin/register', { registrationToken, userInfo });
    return token;
  }

  test('numbers an item that its chain approved, publishes it and tells a node of it', async () => {
    const organ = await given('POST', entries('organ'), {
      code: 'zjj',
      kind: 'department',
      name: '住建局',
      creditCode: '11341600MB1D3604X9',
    });
    const section = await given('POST', entries('organ'), {
      code: 'office',
      name: '办公室',
      parent: { connect: [{ documentId: organ.documentId }] },
    });
    const category = await given('POST', entries('category'), { code: 'plans', name: '规划' });
    const item = await given('POST', entries('item'), {
      title: '关于印发年度计划的通知',
      body: '<p>正文</p><script>alert(1)</script>',
      categories: { connect: [{ documentId: category.documentId }] },
      publisher: { connect: [{ documentId: organ.documentId }] },
      responsible: { connect: [{ documentId: section.documentId }] },
      subject: 'other',
      genre: 'notice',
    });

    const confidentialityReviewer = await invite('保密审查员', 'confidentiality');
    const head = await invite('主要领导', 'head');
    const [chain] = (await ask('GET', entries('review-chain'))).body.results;
    const steps = chain.steps.filter(({ name }: { name: string }) => ['保密审查', '主要领导'].includes(name));
    expect(steps).toHaveLength(2);
    await given('PUT', `${entries('review-chain')}/${chain.documentId}`, { steps });

    const publish = () => ask('POST', `${entries('item')}/${item.documentId}/actions/publish`, {});
    expect((await publish()).body.error).toMatchObject({ details: { code: 'approval_missing' } });
    const [{ id, contentHash }] = await given('POST', `/disclosure/items/${item.documentId}/reviews`, {});
    for (const [token, confidentiality] of [
      [confidentialityReviewer, HARMLESS],
      [head, null],
    ] as const) {
      const decision = { verdict: 'agree', contentHash, confidentiality };
      const { status, body } = await ask('POST', `/disclosure/reviews/${id}/decisions`, decision, token);
      expect(status, JSON.stringify(body)).toBe(200);
    }
    expect((await publish()).status).toBe(200);

    const { token } = await given('POST', '/disclosure/nodes', { name: '一号节点', audience: 'public' });
    const answer = await ask('GET', '/api/disclosure/changes?after=0&limit=500', undefined, token);
    expect(answer.status).toBe(200);
    const { data } = feedPageSchema.parse(answer.body);
    expect(data.map(({ kind }) => kind)).toEqual(['organ_saved', 'organ_saved', 'category_saved', 'item_published']);
    expect(data.at(-1)?.payload).toMatchObject({
      title: '关于印发年度计划的通知',
      body: '<p>正文</p>',
      indexNo: expect.stringMatching(/^11341600MB1D3604X9\/\d{6}-00001$/),
    });
  });

  test('enters in the audit log that the data were exported', async () => {
    const file = join(project.folder, 'copy');
    const { code, output } = await project.run(STRAPI, ['export', '--no-encrypt', '--file', file], secrets);
    expect(code, output).toBe(0);
    expect(existsSync(`${file}.tar.gz`)).toBe(true);
    const database = new DatabaseSync(join(project.folder, '.tmp/data.db'), { readOnly: true });
    const told = database.prepare("select detail from disclosure_audit_entries where event = 'command_run'").all();
    database.close();
    expect(told).toEqual([{ detail: '{"command":"export"}' }]);
  });
});

test(
  'the admin panel of a blank Strapi builds, and carries the plugin',
  async () => {
    const { code, output } = await project.run(STRAPI, ['build'], secrets);
    expect(code, output).toBe(0);
    const built = join(project.folder, 'build');
    expect(existsSync(join(built, 'index.html'))).toBe(true);
    const scripts = globSync('*.js', { cwd: built }).filter((name) =>
      readFileSync(join(built, name), 'utf8').includes('plugin::disclosure.'),
    );
    expect(scripts.length).toBeGreaterThan(0);
  },
  INSTALLING_MS,
);

test('a wrong configuration stops the start and names every mistake', async () => {
  project.write({
    'config/plugins.js': `module.exports = {
  disclosure: { config: { siteUrl: 'www.example.gov.cn', indexNumberPeriod: 'week', colour: 'red' } },
};
`,
  });
  const { code, output } = await project.run(STRAPI, ['start'], { ...secrets, PORT: String(await freePort()) });
  expect(code).not.toBe(0);
  const said = output.slice(output.indexOf('Cannot start the disclosure plugin')).split('\n', 4);
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "Cannot start the disclosure plugin: its entry in config/plugins is invalid
      siteUrl: not an http(s) address without a path, such as "https://www.example.gov.cn"
      indexNumberPeriod: must be "month" or "year"
      (top level): Unrecognized key: "colour""
  `);
});

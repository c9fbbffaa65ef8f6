import { addresses, type Category } from 'disclosure-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/department.ts';
import { freePort } from '../support/free-port.ts';
import {
  SampleFeed,
  sampleCategory,
  sampleItem,
  sampleOrgan,
  serveFeed,
  type ServedFeed,
} from '../support/sample-feed.ts';
import { blankProject, type BlankProject, type Running } from './support/blank-project.ts';
import { pack, type Packed } from './support/packed.ts';
import { filesInReadme } from './support/readme.ts';

const TOKEN = 'a-token-of-one-blank-site';
const ASTRO = 'node_modules/astro/bin/astro.mjs';

const MARKED_CATEGORY = {
  contentElements: [
    { value: '征收决定', required: true },
    { value: '评估结果', required: false },
  ],
  channels: [{ value: 'on_site', required: false }],
  targetAudiences: ['everyone', 'specific'],
  targetGroup: '被征收人',
  levels: ['city', 'county'],
  stage: 'decision',
  deadlineRule: 'standing',
  reviewProcedure: '办公室复核',
  enquiryPhone: '0558-5550017',
  supervisionPhone: '0558-5550031',
} as const satisfies Partial<Category>;

const feed = new SampleFeed();
let packed: Packed;
let project: BlankProject;
let served: ServedFeed;

beforeAll(async () => {
  for (const n of [1, 2]) feed.saveOrgan(sampleOrgan(n));
  for (const n of [1, 3]) feed.saveCategory(sampleCategory(n));
  feed.saveCategory(sampleCategory(2, MARKED_CATEGORY));
  for (const n of [1, 2, 3, 4, 5]) feed.publish(sampleItem(n, { categories: [`category-${1 + (n % 3)}`] }));
  const file = feed.addFile('流程.pdf', '流程', { accessibleText: '第一步提交申请，第二步现场核验。' });
  feed.publish(sampleItem(6, { categories: ['category-2'], reviewProcedure: '局务会议审定', attachments: [file] }));
  served = await serveFeed(feed, TOKEN);

  packed = await pack(['disclosure-contract', 'astro-disclosure']);
  project = blankProject();
  await project.install({
    type: 'module',
    dependencies: {
      astro: '7.3.5',
      'astro-disclosure': `file:${packed.tarball('astro-disclosure')}`,
      'disclosure-contract': `file:${packed.tarball('disclosure-contract')}`,
    },
  });
  project.write(filesInReadme('astro-disclosure'));
});

afterAll(async () => {
  await served.close();
  await project.remove();
  packed.remove();
});

async function build(): Promise<void> {
  const { code, output } = await project.run(ASTRO, ['build']);
  if (code !== 0) throw new Error(output);
}

/** Starts the program of the README and waits until the node has read the whole feed. */
async function startSite(): Promise<{ url: string; site: Running }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const site = await project.start({
    script: 'server.mjs',
    env: { SITE_PORT: String(port), SITE_URL: url, CMS_URL: served.url, NODE_TOKEN: TOKEN, DATA_DIR: '.data' },
    url: `${url}${addresses.robots()}`,
  });
  await until('the node has made every page', async () => {
    const health = (await (await fetch(`${url}/health`)).json()) as { state: string };
    return health.state === 'ready';
  });
  return { url, site };
}

/** What a page says, in one line: its markup is not what is promised. */
async function wordsOf(url: string): Promise<string> {
  return (await textOf(url)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  return response.text();
}

test('a blank project with the smallest configuration of the README serves what the feed holds', async () => {
  await build();
  const { url, site } = await startSite();

  const home = await textOf(`${url}${addresses.home()}`);
  expect(home).toContain('某市住房和城乡建设局');
  expect(await textOf(`${url}${addresses.catalogue()}`)).toContain('栏目3');
  expect(await textOf(`${url}${addresses.category('lan-mu-2')}`)).toContain('关于住房保障工作的第1号通知');
  expect(await textOf(`${url}${addresses.organs()}`)).toContain('机构2');
  for (const n of [1, 2, 3, 4, 5]) {
    expect(await textOf(`${url}${addresses.item(`zhu-fang-${n}`)}`)).toContain(`关于住房保障工作的第${n}号通知`);
  }
  const found = await textOf(`${url}/search?q=${encodeURIComponent('第4号')}`);
  expect(found).toContain(addresses.item('zhu-fang-4'));
  expect(found).not.toContain(addresses.item('zhu-fang-3'));

  const category = await wordsOf(`${url}${addresses.category('lan-mu-2')}`);
  for (const said of [
    '公开内容 ● 必须公开 征收决定 〇 可选公开 评估结果',
    '公开渠道 □ 可选公开 入户/现场',
    '公开对象 全社会、特定群体（被征收人）',
    '公开层级 市级、县级',
    '公开环节 决策公开',
    '审核程序 办公室复核',
    '咨询电话 0558-5550017',
    '监督举报电话 0558-5550031',
  ])
    expect(category).toContain(said);
  expect(await wordsOf(`${url}${addresses.item('zhu-fang-1')}`)).toMatch(
    /公开时限 长期公开（动态调整） .*信息格式 HTML 语种 中文 .*审核程序 办公室复核 /,
  );
  const described = await wordsOf(`${url}${addresses.item('zhu-fang-6')}`);
  expect(described).toMatch(/公开时限 长期公开（动态调整） .*信息格式 HTML、PDF .*审核程序 局务会议审定 /);
  expect(described).toContain('第一步提交申请，第二步现场核验。');
  expect(await textOf(`${url}/search?q=${encodeURIComponent('现场核验')}`)).toContain(addresses.item('zhu-fang-6'));

  const stylesheet = /href="(\/_astro\/[^"]+\.css)"/.exec(home)?.[1];
  expect(await textOf(`${url}${stylesheet}`)).toContain('--gk-');
  await site.stop();
  expect(site.output()).toContain('The site is served at');
});

test('a component of the site takes the place of the theme’s, and may wrap it', async () => {
  project.write({
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import disclosure from 'astro-disclosure';
      export default defineConfig({
        integrations: [disclosure({ organ: { zh: '某市某局' }, components: { Footer: './src/Footer.astro' } })],
      });`,
    'src/Footer.astro': `---
import Footer from 'astro-disclosure/src/components/Footer.astro';
---

<p id="own">本站由办公室维护。</p>
<Footer {...Astro.props} />
`,
  });
  await build();
  const { url, site } = await startSite();
  const page = await textOf(`${url}${addresses.item('zhu-fang-1')}`);
  expect(page).toMatch(/<p id="own">本站由办公室维护。<\/p>\s*<footer/);
  expect(page).toContain('主办单位：某市某局');
  await site.stop();
});

test('an option that does not exist stops the build and is named', async () => {
  project.write({
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import disclosure from 'astro-disclosure';
      export default defineConfig({
        integrations: [disclosure({ organ: { zh: '某市某局' }, colour: 'red', components: { Foter: './src/Footer.astro' } })],
      });`,
  });
  const { code, output } = await project.run(ASTRO, ['build']);
  expect(code).not.toBe(0);
  expect(output).toContain('Cannot build the site: the options of disclosure() in astro.config are wrong');
  expect(output).toContain('(top level): Unrecognized key: "colour"');
  expect(output).toMatch(/^ {2}components.*Foter/m);
});

test('a wrong setting stops the node and is named', async () => {
  const { code, output } = await project.run('server.mjs', [], { SITE_PORT: 'http', NODE_TOKEN: 'short' });
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    'Cannot start the site node: its environment is invalid',
    expect.stringMatching(/^ {2}SITE_PORT: /),
    expect.stringMatching(/^ {2}NODE_TOKEN: /),
  ]);
});

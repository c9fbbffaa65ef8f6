import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

const organ = { zh: '某市某局' };

function problemsOf(input: unknown): string {
  try {
    parseOptions(input);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('parseOptions()', () => {
  test('needs nothing but the name of the organ', () => {
    expect(parseOptions({ organ })).toEqual({
      organ,
      locale: 'zh-CN',
      contact: {},
      navigation: [],
      tasks: [],
      statutory: [],
      footerLinks: [],
      customCss: [],
      components: {},
      strings: {},
    });
  });

  test('names every wrong key on a line of its own', () => {
    const wrong = {
      organ: {},
      locale: 'fr',
      siteIdCode: '341',
      icp: '皖ICP备1号',
      policeRecord: '备案 1',
      tasks: [{ label: '点我', href: 'javascript:alert(1)' }],
      components: { Foo: './Foo.astro' },
      strings: { 'nav.hom': '首页' },
      tite: '政府信息公开',
    };

    expect(problemsOf(wrong)).toMatchInlineSnapshot(`
      "Cannot build the site: the options of disclosure() in astro.config are wrong
        organ.zh: Invalid input: expected string, received undefined
        locale: Invalid option: expected one of "zh-CN"|"en"
        siteIdCode: not a website identification code: ten digits, or "bm" and eight digits
        icp: not an ICP record number, such as "皖ICP备00000000号"
        policeRecord: not a public-security record number, such as "皖公网安备 00000000000000号"
        tasks.0.href: not an address: begin with "/", "https://", "mailto:" or "tel:"
        components: Unrecognized key: "Foo"
        strings: Unrecognized key: "nav.hom"
        (top level): Unrecognized key: "tite""
    `);
  });

  test('refuses an address that leaves the site without saying so', () => {
    expect(problemsOf({ organ, navigation: [{ label: '外', href: '//elsewhere.example/' }] })).toMatchInlineSnapshot(`
      "Cannot build the site: the options of disclosure() in astro.config are wrong
        navigation.0.href: not an address: begin with "/", "https://", "mailto:" or "tel:""
    `);
  });

  test.each(['3416000000', 'bm14000002'])('takes %s as a website identification code', (siteIdCode) => {
    expect(parseOptions({ organ, siteIdCode }).siteIdCode).toBe(siteIdCode);
  });
});

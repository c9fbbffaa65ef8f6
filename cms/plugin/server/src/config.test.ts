import { expect, test } from 'vitest';
import { config } from './config.ts';

test('the defaults are valid', () => {
  expect(() => config.validator(config.default)).not.toThrow();
});

test('every mistake is named at once', () => {
  const wrong = {
    siteUrl: 'example.gov.cn',
    filesDir: '',
    indexNumberPeriod: 'week',
    clamav: { port: 3310 },
    sitUrl: 'x',
  };
  expect(() => config.validator(wrong)).toThrowErrorMatchingInlineSnapshot(`
    [DisclosureError: Cannot start the disclosure plugin: its entry in config/plugins is invalid
      siteUrl: not an http(s) address without a path, such as "https://www.example.gov.cn"
      filesDir: must name a folder
      indexNumberPeriod: must be "month" or "year"
      clamav: must be { socket } or { host, port }
      (top level): Unrecognized key: "sitUrl"]
  `);
});

test.each(['https://a.cn/', 'https://a.cn/site', 'ftp://a.cn', 'a.cn'])('the address "%s" is refused', (siteUrl) => {
  expect(() => config.validator({ ...config.default, siteUrl })).toThrow('siteUrl');
});

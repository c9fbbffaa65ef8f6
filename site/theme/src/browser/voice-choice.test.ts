import { expect, test } from 'vitest';
import { voiceFor } from './voice-choice.ts';

const voice = (lang: string, localService = true) => ({ lang, localService });

test.each([
  { why: 'the very language', voices: ['zh-TW', 'zh-CN', 'en-US'], language: 'zh-CN', chosen: 'zh-CN' },
  { why: 'as Android writes it', voices: ['en_US', 'zh_CN'], language: 'zh-CN', chosen: 'zh_CN' },
  { why: 'by another name of Mandarin', voices: ['en-US', 'cmn-CN'], language: 'zh-CN', chosen: 'cmn-CN' },
  { why: 'Mandarin before Cantonese', voices: ['zh-HK', 'zh-TW'], language: 'zh-CN', chosen: 'zh-TW' },
  { why: 'Cantonese where there is nothing else', voices: ['en-US', 'zh-HK'], language: 'zh-CN', chosen: 'zh-HK' },
  { why: 'any of the language', voices: ['zh-CN', 'en-GB'], language: 'en', chosen: 'en-GB' },
])('a voice is chosen: $why', ({ voices, language, chosen }) => {
  expect(
    voiceFor(
      voices.map((lang) => voice(lang)),
      language,
    )?.lang,
  ).toBe(chosen);
});

test('a voice of the machine itself comes before one that sends the text away', () => {
  const [away, own] = [voice('zh-CN', false), voice('zh-CN')];
  expect(voiceFor([away, own], 'zh-CN')).toBe(own);
});

test('a language that no voice reads has none', () => {
  expect(voiceFor([voice('en-US')], 'zh-CN')).toBeNull();
  expect(voiceFor([], 'zh-CN')).toBeNull();
});

import { SUBJECTS } from '../../shared/src/index.ts';
import { describe, expect, test } from 'vitest';
import { readCommandLine, USAGE } from './command-line.ts';

describe('--subject', () => {
  test('is urban and rural construction when it is not written', () => {
    expect(readCommandLine(['docs'], '/').subject).toBe('urban_rural_environment');
  });

  test('takes every code of the vocabulary, and the usage lists them', () => {
    for (const [code, { zh }] of Object.entries(SUBJECTS)) {
      expect(readCommandLine(['docs', '--subject', code], '/').subject).toBe(code);
      expect(USAGE).toContain(`${code}  ${zh}`);
    }
  });

  test('refuses anything else and lists what there is', () => {
    expect(() => readCommandLine(['docs', '--subject', '城乡建设'], '/')).toThrow(
      expect.objectContaining({
        zh: expect.stringContaining(
          '--subject 的“城乡建设”不是主题分类的代码，可用的有：\n    general_affairs  综合政务',
        ) as string,
      }) as Error,
    );
  });
});

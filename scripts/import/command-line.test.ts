import { SUBJECTS } from '../../shared/src/index.ts';
import { describe, expect, test } from 'vitest';
import { readCommandLine, USAGE } from './command-line.ts';

const APPROVAL = ['--batch', '旧站文件', '--approved-by', '局长 张某', '--basis', '局务会议纪要〔2026〕3号'];

describe('what becomes of the documents', () => {
  test('they are published when somebody approved them as a batch', () => {
    expect(readCommandLine(['docs', ...APPROVAL], '/').destination).toEqual({
      kind: 'publication',
      approval: { name: '旧站文件', approvedBy: '局长 张某', basis: '局务会议纪要〔2026〕3号' },
    });
  });

  test.each([
    { args: [], missing: '还缺 --batch 名称、--approved-by 姓名职务、--basis 依据。什么都没有写入' },
    { args: APPROVAL.slice(0, 2), missing: '还缺 --approved-by 姓名职务、--basis 依据。' },
    { args: [...APPROVAL.slice(0, 5), ' '], missing: '还缺 --basis 依据。' },
  ])('they are refused otherwise, with what is missing: $missing', ({ args, missing }) => {
    expect(() => readCommandLine(['docs', ...args], '/')).toThrow(
      expect.objectContaining({ zh: expect.stringContaining(missing) as string }) as Error,
    );
  });

  test('they stay drafts with --draft, which takes no approval', () => {
    expect(readCommandLine(['docs', '--draft'], '/').destination).toEqual({ kind: 'drafts' });
    expect(() => readCommandLine(['docs', '--draft', ...APPROVAL], '/')).toThrow('--draft publishes nothing');
  });

  test('a dry run needs no approval, and knows what an import would need', () => {
    const missing = ['--approved-by 姓名职务', '--basis 依据'];
    expect(readCommandLine(['docs', '--dry-run', ...APPROVAL.slice(0, 2)], '/').destination).toEqual({
      kind: 'check',
      missing,
    });
    expect(readCommandLine(['docs', '--dry-run', '--draft'], '/').destination).toEqual({ kind: 'check', missing: [] });
  });
});

describe('--subject', () => {
  test('is urban and rural construction when it is not written', () => {
    expect(readCommandLine(['docs', '--dry-run'], '/').subject).toBe('urban_rural_environment');
  });

  test('takes every code of the vocabulary, and the usage lists them', () => {
    for (const [code, { zh }] of Object.entries(SUBJECTS)) {
      expect(readCommandLine(['docs', '--dry-run', '--subject', code], '/').subject).toBe(code);
      expect(USAGE).toContain(`${code}  ${zh}`);
    }
  });

  test('refuses anything else and lists what there is', () => {
    expect(() => readCommandLine(['docs', '--dry-run', '--subject', '城乡建设'], '/')).toThrow(
      expect.objectContaining({
        zh: expect.stringContaining(
          '--subject 的“城乡建设”不是主题分类的代码，可用的有：\n    general_affairs  综合政务',
        ) as string,
      }) as Error,
    );
  });
});

import { describe, expect, test } from 'vitest';
import { ATTACHMENT_RULES, NOTE_WORDINGS } from '../attachments/attachment-notes.ts';
import type { Inspection } from '../attachments/inspect.ts';
import { attachmentFindings } from './attachment-findings.ts';

const file = (name: string, inspection: Partial<Inspection>, isInfected = false) => ({
  place: 'attachments' as const,
  name,
  accessibleText: null,
  isInfected,
  inspection: { kind: 'xlsx' as const, parts: [], notes: [], ...inspection },
});

describe('attachmentFindings()', () => {
  test('says in which row of which sheet something stands, counted from the beginning of the row', () => {
    const parts = [{ part: '工作表“名单”（隐藏的行）', text: '甲\t乙\n丙\t13800138000', rows: [3, 7] }];
    expect(attachmentFindings([file('名单.xlsx', { parts })])).toMatchObject([
      { place: 'attachments', part: '名单.xlsx › 工作表“名单”（隐藏的行）第 7 行', at: 2, found: '13800138000' },
    ]);
  });

  test('reads names of files and their descriptions too', () => {
    const named = { ...file('张三13800138000.xlsx', {}), accessibleText: '身份证11010519491231002X' };
    expect(attachmentFindings([named]).map(({ rule, part }) => [rule, part])).toEqual([
      ['mobile_number', '张三13800138000.xlsx › 文件名'],
      ['citizen_number', '张三13800138000.xlsx › 备用文本'],
    ]);
  });

  test('puts first that a file is infected or not what its name says', () => {
    const found = attachmentFindings([
      file('表.docx', { notes: [{ rule: 'comments_kept', part: '批注', found: '张三' }] }, true),
    ]);
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error file_type_wrong',
      'error virus_found',
      'warning comments_kept',
    ]);
  });

  test('says what every rule means in both languages', () => {
    for (const rule of ATTACHMENT_RULES) {
      expect(NOTE_WORDINGS[rule].message.zh).toMatch(/[。]$/);
      expect(NOTE_WORDINGS[rule].message.en).toMatch(/[.]$/);
    }
  });
});

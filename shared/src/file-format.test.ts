import { describe, expect, test } from 'vitest';
import { fileFormat, formatsOf } from './file-format.ts';
import type { Attachment } from './item.ts';

describe('fileFormat()', () => {
  test.each([
    ['预算.pdf', 'PDF'],
    ['预算.tar.gz', 'GZ'],
    ['预算', null],
    ['第1.2版', null],
  ])('reads the ending of %s', (fileName, format) => {
    expect(fileFormat(fileName)).toBe(format);
  });
});

describe('formatsOf()', () => {
  const file = (fileName: string, role: Attachment['role'] = 'attachment'): Attachment => ({
    sha256: '0'.repeat(64),
    fileName,
    name: fileName,
    mime: 'application/octet-stream',
    size: 1,
    role,
    accessibleText: null,
  });

  test('names the text first and each format of the files once', () => {
    const attachments = [file('a.pdf'), file('b.DOCX'), file('c.docx'), file('d.PDF')];
    expect(formatsOf({ body: '<p>正文</p>', attachments })).toEqual(['HTML', 'PDF', 'DOCX']);
  });

  test('leaves out pictures of the text and files without an ending', () => {
    expect(formatsOf({ body: '<p>正文</p>', attachments: [file('图.png', 'image'), file('附件')] })).toEqual(['HTML']);
  });

  test('names no text where there is none', () => {
    expect(formatsOf({ body: '', attachments: [file('图纸.png')] })).toEqual(['PNG']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { findPersonalData, mask } from './personal-data.ts';

const find = (text: string): Finding[] => findPersonalData([{ place: 'body', part: null, text }]);
const brief = (text: string): string[] => find(text).map(({ rule, severity, found }) => `${severity} ${rule} ${found}`);

describe('findPersonalData() finds', () => {
  test.each([
    ['证号11010519491231002X', 'error citizen_number 11010519491231002X'],
    ['证号11010519491231002x。', 'error citizen_number 11010519491231002x'],
    ['张三１１０１０５１９４９１２３１００２Ｘ', 'error citizen_number １１０１０５１９４９１２３１００２Ｘ'],
    ['110105 19491231 002X', 'error citizen_number 110105 19491231 002X'],
    ['1101051949\u200b1231002X', 'error citizen_number 1101051949\u200b1231002X'],
    ['1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X', 'error citizen_number 1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X'],
    ['身份证号：110105194912310021', 'warning citizen_number_unsure 110105194912310021'],
    ['身份证号110105491231002', 'error citizen_number 110105491231002'],
    ['手机13800138000', 'error mobile_number 13800138000'],
    ['+86 138-0013-8000', 'error mobile_number 86 138-0013-8000'],
    ['张三 2026 13800138000', 'error mobile_number 13800138000'],
    ['咨询电话：13800138000', 'warning mobile_number 13800138000'],
    ['银行卡号：4111111111111111', 'error bank_card 4111111111111111'],
    ['4111 1111 1111 1111', 'warning bank_card 4111 1111 1111 1111'],
    ['护照号E12345678', 'warning passport_number E12345678'],
    ['住址：谯城区薛阁街道光明小区3号楼2单元501室', 'warning home_address 谯城区薛阁街道光明小区3号楼2单元501室'],
    ['家庭住址 谯城区十河镇李庄村12号', 'warning home_address 谯城区十河镇李庄村12号'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });
});

describe('findPersonalData() leaves alone', () => {
  test.each([
    ['a number that fails the check of cards', '银行卡号6222020200012345678'],
    ['an index number', '索引号：11341600MB1D3604X9/202611-00001'],
    ['an index number of an older organ', '113416000030015878/202611-00001'],
    ['a credit code', '统一社会信用代码91340100MA2MQ05F3U'],
    ['a document number', '亳建办〔2026〕18号，皖建房〔2025〕1380号'],
    ['a public security filing', '皖公网安备34160202000123号'],
    ['the code of a project', '项目代码2026-341602-47-01-123456'],
    ['telephones of offices', '0558-5123456、(0558)5123457转801、12345、400-800-1234'],
    ['a masked number', '11*************02X，138****8000'],
    ['days and amounts', '2026-11-28 10:30:00，13800138.00元，1,380,013,800元'],
    ['the rooms of an office', '谯城区希夷大道366号政务服务中心3号楼305室'],
    ['houses of a street that is dug up', '希夷大道366号至420号'],
    ['an address on the web', 'https://example.gov.cn/items/13800138000/'],
    ['a hash', '4f13800138000a9c1e0d7b2213800138000fffe'],
    ['cells side by side', '138\t0013\t8000'],
  ])('%s', (_what, text) => {
    expect(brief(text)).toEqual([]);
  });
});

test('what to write instead keeps as little as a notice of the government prints', () => {
  const text = '11010519491231002X；13800138000；银行卡4111111111111111；谯城区薛阁街道光明小区3号楼2单元501室';
  expect(find(text).map(({ suggestion }) => suggestion)).toEqual([
    '11*************02X',
    '138****8000',
    '************1111',
    '谯城区薛阁街道',
  ]);
});

test('mask() hides nothing of what is shorter than its ends, and never lengthens', () => {
  expect(mask('123', { head: 2, tail: 3 })).toBe('123');
});

test('any text is checked, and what is found stands where it is said to stand', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '11010519491231002X',
      '13800138000',
      '４１１１１１１１１１１１１１１１',
      ' ',
      '\u200b',
      '号楼',
      '501室',
      '-',
      '\n',
    ),
    fc.stringMatching(/^\d{0,20}$/),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      for (const { at, found, rule } of find(text)) {
        expect(text.slice(at, at + found.length)).toBe(found);
        expect(found, rule).not.toBe('');
      }
    }),
    { numRuns: 200 },
  );
}, 30_000);

test('a valid number is found wherever it stands in Chinese text', () => {
  const chinese = fc.string({ unit: fc.constantFrom('张', '李', '，', '。', '号', '（', ' ', '\n'), maxLength: 10 });
  fc.assert(
    fc.property(chinese, chinese, (before, after) => {
      const [found] = find(`${before}11010519491231002X${after}`);
      expect(found).toMatchObject({ at: before.length, found: '11010519491231002X', severity: 'error' });
    }),
  );
});

import fc from 'fast-check';
import { builtIn } from './built-in.ts';
import { formatOf } from './format.ts';
import { sectionsOf } from './tokens.ts';

type Expected = readonly [code: string, raw: string, shown: string, value?: string];

/** Each: what the format makes of the number in the file, as Excel and WPS in Chinese show it, and what that means where it is more than the text. */
const rows = (expected: readonly Expected[]): void => {
  it.each(expected.map(([code, raw, shown, value = null]) => [code, raw, shown, value] as const))(
    '%s shows %s as %s',
    (code, raw, shown, value) => {
      const cell = formatOf(code).number(raw, false);
      expect(cell?.text ?? '').toBe(shown);
      if (value !== null) expect(cell?.value ?? cell?.text).toBe(value);
    },
  );
};

describe('numbers', () => {
  rows([
    ['General', '90000000', '90000000'],
    ['General', '0.30000000000000004', '0.3'],
    ['General', '1E-07', '0.0000001'],
    ['General', '202303150001', '202303150001'],
    ['General', '-5', '-5'],
    ['G/通用格式', '12.5', '12.5'],
    ['General"万元"', '5000', '5000万元', '5000'],
    ['0', '1234.5', '1235', '1234.5'],
    ['0', '-0.4', '0', '-0.4'],
    ['0.00', '1234.565', '1234.57', '1234.565'],
    ['0.00', '2023.1', '2023.10', '2023.1'],
    ['0.0', '9000', '9000.0', '9000'],
    ['#.##', '0.5', '.5'],
    ['#.##', '5', '5.'],
    ['#,##0', '9000000', '9,000,000', '9000000'],
    ['#,##0.00', '1234567.891', '1,234,567.89', '1234567.891'],
    ['0,000', '5', '0,005', '5'],
    ['#,##0.00;(#,##0.00)', '-1234.5', '(1,234.50)', '-1234.5'],
    ['#,##0_);(#,##0)', '1234', '1,234', '1234'],
    ['0;-0;"无"', '0', '无'],
    ['0.00_ ', '12', '12.00'],
    ['0%', '0.153', '15%', '0.153'],
    ['0.00%', '0.4015', '40.15%', '0.4015'],
    ['0.00E+00', '202303150001', '202303150001'],
    ['##0.0E+0', '12345', '12345'],
    ['0" 亩"', '120', '120 亩', '120'],
    ['"¥"#,##0.00', '1000', '¥1,000.00', '1000'],
    ['[$¥-804]#,##0.00', '1000', '¥1,000.00', '1000'],
    ['[$$-409]#,##0', '1000', '$1,000', '1000'],
    ['[$-804]0', '7', '7'],
    ['[Red]0.0', '7', '7.0'],
    ['[颜色10]0', '7', '7'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0', '-'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1234', '1,234.00', '1234'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-1234', '-1,234.00', '-1234'],
    [';;;', '0', ''],
    ['#', '0', ''],
  ]);
  rows([
    ['# ?/?', '1.5', '1 1/2', '1.5'],
    ['# ?/?', '0.25', '1/4', '0.25'],
    ['# ??/??', '3.14', '3 7/50', '3.14'],
    ['# ?/8', '2.375', '2 3/8', '2.375'],
    ['# ?/?', '3', '3'],
    ['?/?', '1.5', '3/2', '1.5'],
  ]);
});

describe('scales, padding and words', () => {
  rows([
    ['0!.0,', '90000000', '9000.0', '9000'],
    ['0!.0,', '126000000', '12600.0', '12600'],
    ['0!.0,', '51234567', '5123.5', '5123.4567'],
    ['0\\.0,', '90000000', '9000.0', '9000'],
    ['0"."0,', '90000000', '9000.0', '9000'],
    ['#!.0,', '90000000', '9000.0', '9000'],
    ['0!.0000"万元"', '90000000', '9000.0000万元', '9000'],
    ['0!.0000', '5', '0.0005', '0.0005'],
    ['0!.00,,"亿元"', '500000000', '5.00亿元', '5'],
    ['0!.0,,"亿"', '500000000', '50.0亿', '50'],
    ['0.00,,"亿"', '500000000', '500.00亿', '500'],
    ['0,', '12345678', '12346', '12345.678'],
    ['0.0,', '12345678', '12345.7', '12345.678'],
    ['#,##0,', '12345678', '12,346', '12345.678'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '500000000', '5.00亿', '5'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '90000', '9.0万', '9'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '12', '12'],
    ['000000', '1230', '001230', '1230'],
    ['"HX-"0000', '57', 'HX-0057', '57'],
    ['2023-000', '12', '2023-012', '12'],
    ['"合同"000"号"', '7', '合同007号', '7'],
    ['000-0000', '1234567', '123-4567', '1234567'],
    ['0000"年"00"月"', '202303', '2023年03月', '202303'],
    ['0000-00-00', '20230315', '2023-03-15', '20230315'],
    ['000', '12345', '12345'],
    ['[=1]"是";[=0]"否"', '1', '是'],
    ['[=1]"是";[=0]"否"', '0', '否'],
    ['[=1]"是";[=0]"否"', '5', '5'],
    ['[<0]"负"0;0', '-5', '负5', '-5'],
    ['@', '1230', '1230'],
    ['"编号"@', '1230', '编号1230', '1230'],
    ['[DBNum1][$-804]General', '20300', '二万〇三百', '20300'],
    ['[DBNum2][$-804]General', '1234', '壹仟贰佰叁拾肆', '1234'],
    ['[DBNum1]0', '2023', '二〇二三', '2023'],
    ['[DBNum3]0', '12', '１２', '12'],
    ['"未定"', '3', '未定', '3'],
    ['0.0;-0.0;@', '0', '0.0', '0'],
    ['0.0;@', '-5', '-5.0', '-5'],
  ]);
  it('says so where the screen shows another order of magnitude than the file, hides a number, or keeps fifteen digits of it', () => {
    const doubt = (code: string, raw: string) => formatOf(code).number(raw, false)?.doubt;
    expect([doubt('0!.0,', '90000000'), doubt('#,##0', '90000000'), doubt('0%', '0.5')]).toEqual([
      'scaled',
      undefined,
      undefined,
    ]);
    expect([doubt(';;;', '5'), doubt(';;;', '0')]).toEqual(['not-shown', undefined]);
    expect([doubt('0', '110101199001011234'), doubt('General', '202303150001')]).toEqual(['digits-lost', undefined]);
  });
});

describe('days', () => {
  rows([
    ['yyyy/m/d', '45000', '2023/3/15', '2023-03-15'],
    ['yyyy-mm-dd', '45000', '2023-03-15', '2023-03-15'],
    ['yyyy"年"m"月"d"日"', '45000', '2023年3月15日', '2023-03-15'],
    ['yyyy年m月d日', '45000', '2023年3月15日', '2023-03-15'],
    ['yyyy"年"m"月"', '44986', '2023年3月', '2023-03'],
    ['yyyy"年"m"月";@', '44986', '2023年3月', '2023-03'],
    ['[$-804]yyyy"年"m"月"', '45000', '2023年3月', '2023-03'],
    ['mmm-yy', '44986', 'Mar-23', '2023-03'],
    ['mm/yyyy', '44986', '03/2023', '2023-03'],
    ['yyyy.mm', '44986', '2023.03', '2023-03'],
    ['yyyy', '45000', '2023', '2023'],
    ['yyyy"年"', '45000', '2023年', '2023'],
    ['e"年"m"月"', '44986', '2023年3月', '2023-03'],
    ['m"月"d"日"', '45000', '3月15日', '2023-03-15'],
    ['m-d-yy', '45000', '3-15-23', '2023-03-15'],
    ['d-mmm-yy', '45000', '15-Mar-23', '2023-03-15'],
    ['dddd, mmmm d, yyyy', '45000', 'Wednesday, March 15, 2023', '2023-03-15'],
    ['yyyy-m-d aaaa', '45000', '2023-3-15 星期三', '2023-03-15'],
    ['aaa', '45000', '三', '2023-03-15'],
    ['yyyy/m/d h:mm', '45000.5', '2023/3/15 12:00', '2023-03-15'],
    ['yyyy-mm-dd hh:mm:ss', '45000.999994', '2023-03-15 23:59:59', '2023-03-15'],
    ['yyyy/m/d h:mm AM/PM', '45000.75', '2023/3/15 6:00 PM', '2023-03-15'],
    ['上午/下午h"时"mm"分"', '0.75', '下午6时00分'],
    ['h:mm', '0.5', '12:00'],
    ['mm:ss', '0.5', '00:00'],
    ['[h]:mm', '1.5', '36:00'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45000', '2023年3月15日Wednesday, March 15, 2023', '2023-03-15'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', '45000', '二〇二三年三月十五日', '2023-03-15'],
    ['yyyy-mm-dd', '1', '1900-01-01', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28', '1900-02-28'],
    ['yyyy-mm-dd', '61', '1900-03-01', '1900-03-01'],
    ['yyyy-mm-dd', '2958465', '9999-12-31', '9999-12-31'],
    ['yyyy-mm-dd', '0', '1900-01-00'],
    ['yyyy-mm-dd', '60', '########'],
    ['yyyy-mm-dd', '-1', '########'],
    ['yyyy-mm-dd', '2958466', '########'],
  ]);
  it('count from 1904 in workbooks of old Macs', () => {
    expect(formatOf('yyyy-mm-dd').number('43538', true)?.value).toBe('2023-03-15');
    expect(formatOf('yyyy-mm-dd').number('0', true)?.value).toBe('1904-01-01');
  });
  it('are told from numbers by the letters of the format, not by a list of names', () => {
    const kind = (code: string) => formatOf(code).number('45000', false)?.kind;
    expect([kind('"day "0'), kind('\\y0'), kind('[Red]0'), kind('#,##0"米"')]).toEqual(Array(4).fill('number'));
    expect(formatOf('yyyy-mm-dd').number('0', false)?.value).toBeUndefined();
    expect(kind(builtIn(57))).toBe('date');
    expect(kind(builtIn(34))).toBe('text');
    expect(kind(builtIn(9_999))).toBe('number');
  });
});

describe('texts', () => {
  it.each([
    ['@', '甲', '甲'],
    ['General', '甲', '甲'],
    ['"编号"@', 'A1', '编号A1'],
    ['0;0;0;"【"@"】"', '甲', '【甲】'],
    ['0.00', 'abc', 'abc'],
    ['0;-0;"【"@"】"', '甲', '【甲】'],
    ['@"号";0', 'A1', 'A1号'],
    ['0;-0;0;"文字"', '甲', '文字'],
  ])('%s shows %s as %s', (code, text, shown) => expect(formatOf(code).text(text)?.text).toBe(shown));
  it('that a format hides are doubted', () =>
    expect(formatOf(';;;').text('甲')).toEqual({ text: '', kind: 'text', doubt: 'not-shown' }));
});

describe('any format', () => {
  const sign = fc.constantFrom(
    ...'0#?.,%/@;"\\!_*[]<>=$-+yYmdhsaeEgG年月日万 AP'.split(''),
    'General',
    'DBNum1',
    'AM/PM',
  );
  it('shows any number and never throws', () =>
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 40 }),
        fc.double({ noNaN: true }),
        fc.boolean(),
        (signs, raw, date1904) => {
          const cell = formatOf(signs.join('')).number(String(raw), date1904);
          expect(typeof (cell?.text ?? '')).toBe('string');
          expect((cell?.text.length ?? 0) < 2_000).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    ));
  it('costs no more pieces than it has signs, and past what Excel takes it is the general format', () => {
    const pieces = (code: string): number => sectionsOf(code).reduce((sum, { tokens }) => sum + tokens.length, 0);
    for (const code of ['['.repeat(500), '"'.repeat(500), '0!'.repeat(250), ';'.repeat(500), 'm'.repeat(500)])
      expect(pieces(code)).toBeLessThanOrEqual(code.length);
    expect(formatOf('['.repeat(20_000)).number('5', false)).toEqual({ text: '5', kind: 'number' });
  });
  it('keeps a whole number readable back from what it shows, whatever its digits, groups and words', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('0', '#,##0', '0.00', '#,##0.00', '000000', '"约"0', '0"万元"', '#,##0.0_ ;-#,##0.0_ '),
        (number, code) => {
          const text = formatOf(code).number(String(number), false)?.text ?? '0';
          expect(Number(text.replace(/[^\d.-]/g, ''))).toBe(number);
        },
      ),
    ));
});

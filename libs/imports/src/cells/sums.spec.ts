import fc from 'fast-check';
import type { Cell } from '../files/sheet.ts';
import { formatOf } from '../formats/format.ts';
import { readAmount } from './sums.ts';
import { unitsIn, type Unit } from './units.ts';

const WAN: Unit = { unit: '万元', currency: 'CNY' };
const told = (cell: Cell | undefined, column = WAN): string => {
  const reading = readAmount(cell, column);
  if (reading.is === 'value') {
    const { money, about, remark } = reading.value;
    return `${about === null ? '' : `${about} `}${money.amount} ${money.currency}${remark === null ? '' : ` | ${remark}`}`;
  }
  return reading.is === 'empty' ? 'empty' : reading.why;
};
const text = (shown: string): Cell => ({ text: shown, kind: 'text' });

describe('an amount in words of its own', () => {
  it.each([
    ['5000', '50000000.00 CNY'],
    ['5,000', '50000000.00 CNY'],
    ['５０００', '50000000.00 CNY'],
    ['5000万', '50000000.00 CNY'],
    ['5000万元', '50000000.00 CNY'],
    ['1.2亿', '120000000.00 CNY'],
    ['1.2亿元人民币', '120000000.00 CNY'],
    ['1亿2000万元', '120000000.00 CNY'],
    ['1亿2千万元', '120000000.00 CNY'],
    ['1亿2.5千万', '125000000.00 CNY'],
    ['20余亿元', 'open 2000000000.00 CNY'],
    ['8000多万元', 'open 80000000.00 CNY'],
    ['≥3亿元', 'open 300000000.00 CNY'],
    ['＞3亿元', 'open 300000000.00 CNY'],
    ['折合人民币7000万元', '70000000.00 CNY'],
    ['一期12亿/二期18亿', 'parts 3000000000.00 CNY | 一期12亿/二期18亿'],
    ['一期2，二期3亿', 'parts 500000000.00 CNY | 一期2,二期3亿'],
    ['一期2亿，二期3000万元', 'parts 230000000.00 CNY | 一期2亿,二期3000万元'],
    ['一期2亿元，二期3', 'parts 500000000.00 CNY | 一期2亿元,二期3'],
    ['一期2亿元，二期3000万元，三期1', 'parts 230010000.00 CNY | 一期2亿元,二期3000万元,三期1'],
    ['一期2亿，二期-3亿', 'words'],
    ['0.8亿元/年', 'words'],
    ['300万美元', '3000000.00 USD'],
    ['USD 300万', '3000000.00 USD'],
    ['US$3,000,000元', '3000000.00 USD'],
    ['$300', '3000000.00 USD'],
    ['¥5000', '50000000.00 CNY'],
    ['500万港币', '5000000.00 HKD'],
    ['0.00000001', '0.00 CNY'],
    ['123456.789012', '1234567890.12 CNY'],
    ['900719925474.0993', '9007199254740993.00 CNY'],
    ['-5', 'negative'],
    ['(5,000.00)', 'negative'],
    ['约5000', 'near 50000000.00 CNY'],
    ['约5.7亿元左右', 'near 570000000.00 CNY'],
    ['超5亿', 'open 500000000.00 CNY'],
    ['5亿元以上', 'open 500000000.00 CNY'],
    ['5亿元（预计）', 'near 500000000.00 CNY | 预计'],
    ['3000（万美元）', '30000000.00 USD'],
    ['5.7亿元（外资3000万美元）', '570000000.00 CNY | 外资3000万美元'],
    ['5.7亿元，其中固投4亿元', '570000000.00 CNY | 其中固投4亿元'],
    ['1.2-1.5亿', 'open 120000000.00 CNY'],
    ['5～6亿元', 'open 500000000.00 CNY'],
    ['5000万至1亿', 'open 50000000.00 CNY'],
    ['约5-6亿', 'open 500000000.00 CNY'],
    ['3亿＋', 'open 300000000.00 CNY'],
    ['近5亿', 'near 500000000.00 CNY'],
    ['不低于3亿', 'open 300000000.00 CNY'],
    ['0571-88888888', 'words'],
    ['6-5亿', 'words'],
    ['待定', 'empty'],
    ['面议', 'empty'],
    ['两亿左右', 'words'],
    ['一期3亿元，二期2000万美元', 'words'],
    ['五千万', 'words'],
    ['3000/5000', 'words'],
    ['15%', 'words'],
    ['2.5E+3', 'words'],
    ['', 'empty'],
    ['-', 'empty'],
    ['无', 'empty'],
  ])('%s under 万元 is %s', (shown, expected) => expect(told(text(shown))).toBe(expected));
});

describe('a number of the sheet', () => {
  it.each([
    ['0!.0,', '90000000', '90000000.00 CNY'],
    ['0!.00,,"亿元"', '500000000', '500000000.00 CNY'],
    ['0.00', '1234.5678', '12345678.00 CNY'],
    ['#,##0.00_);(#,##0.00)', '-5', 'negative'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0', 'empty'],
    ['[$$-409]#,##0.00', '12', '120000.00 USD'],
    ['0%', '0.15', 'words'],
    ['yyyy-mm-dd', '45000', 'words'],
    ['yyyy', '45000', 'words'], // a year is no amount
    ['General', '110101199001011234', 'digits-lost'],
    [';;;', '5', 'not-shown'],
  ])('by %s, %s under 万元 is %s', (code, raw, expected) =>
    expect(told(formatOf(code).number(raw, false))).toBe(expected),
  );
  it('is none where no cell stands, or a yes', () => {
    expect(told(undefined)).toBe('empty');
    expect(told({ text: 'TRUE', kind: 'boolean' })).toBe('words');
  });
  it('is exact to 分, whatever its places', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (fen) => {
        const wan = `${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, '0')}`;
        expect(told(text(wan))).toBe(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')} CNY`);
      }),
    ));
});

describe('units of money in words', () => {
  it.each<[string, string]>([
    ['合同额（万元）', '万元 CNY'],
    ['单位：亿元', '亿元 CNY'],
    ['总投资(万美元)', '万元 USD'],
    ['金额（亿）', '亿元 CNY'],
    ['投资额（万元人民币）', '万元 CNY'],
    ['计量单位：万元、万美元', '万元 CNY, 万元 USD'],
    ['投资总额（万元/万美元）', '万元 CNY, 万元 USD'],
    ['美元（万）', '万元 USD'],
    ['合同總投資（萬元）', '万元 CNY'],
    ['Total Investment (USD million)', '百万元 USD'],
    ['Amount (RMB 10,000)', '万元 CNY'],
    ['新签约亿元以上项目（个）', ''],
    ['5000万元及以上项目数', ''],
    ['项目名称', ''],
  ])('%s names %s', (words, expected) =>
    expect(
      unitsIn(words)
        .map(({ unit, currency }) => `${unit} ${currency}`)
        .join(', '),
    ).toBe(expected),
  );
});

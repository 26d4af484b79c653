import { join } from 'node:path';
import { readDay } from '../cells/days.ts';
import { readAmount } from '../cells/sums.ts';
import { readText } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { readWorkbook } from '../files/workbook.ts';

const sheetsOf = (file: string) => readWorkbook(join(__dirname, '../../../../test/acceptance/cases', file));
const rowsOf = async (file: string): Promise<readonly Row[]> => (await sheetsOf(file))[0]!.rows;
/** The cells of a column below its header, from the row behind it on. */
const column = (rows: readonly Row[], at: number, from = 1): readonly (Cell | undefined)[] =>
  rows.slice(from).map(({ cells }) => cells[at]);
const value = <T>(reading: { readonly is: string; readonly value?: T }): T | string => reading.value ?? reading.is;
const DAY = { date1904: false, plan: false };
const WAN = { unit: '万元', currency: 'CNY' } as const;

describe('files as people really have them', () => {
  it('01 a month that Excel made a date is the month that it shows', async () => {
    const rows = await rowsOf('01-month-only-date-cell/ledger.xlsx');
    expect(column(rows, 3).map((cell) => value(readDay(cell, DAY)))).toMatchObject(
      Array(5).fill({ date: '2023-03-31', known: 'month' }),
    );
    expect(column(rows, 5).map((cell) => value(readDay(cell, { ...DAY, plan: true })))).toMatchObject(
      Array(5).fill({ date: '2023-12-31', known: 'month' }),
    );
  });
  it('02 an amount that its format shows in 万元 is that many 万元', async () => {
    const read = column(await rowsOf('02-wan-by-number-format/ledger.xlsx'), 4).map((cell) => readAmount(cell, WAN));
    expect(read.map((one) => one.is === 'value' && one.value.money.amount)).toEqual(
      ['9000', '12600', '5100', '9000'].map((wan) => `${wan}0000.00`),
    );
  });
  it('03 shared strings are found where the relationships say', async () =>
    expect((await rowsOf('03-shared-strings-capital/ledger.xlsx'))[1]!.cells.map((cell) => cell?.text)).toEqual([
      'SS-1',
      '甲项目',
      '甲公司',
      '2023-03-15',
      '5000',
    ]));
  it('04 a cell for a shared string that names none is empty', async () => {
    for (const file of ['ledger.xlsx', 'text-only.xlsx']) {
      const rows = await rowsOf(`04-empty-shared-string-cell/${file}`);
      expect(rows.slice(1).flatMap(({ cells }) => cells.map((cell) => cell?.text))).not.toContain('某区招商项目台账');
      expect([rows[3]!.cells[2], rows[4]!.cells[0]]).toEqual([undefined, undefined]);
    }
  });
  it('05 carriage returns that Excel escapes are line breaks, a literal escape stays', async () => {
    const rows = await rowsOf('05-x000D-escapes/ledger.xlsx');
    expect([3, 4].map((at) => value(readText(rows[0]!.cells[at])))).toEqual(['签约时间', '合同额（万元）']);
    expect([1, 2].map((at) => value(readText(rows[1]!.cells[at])))).toEqual(['甲材料项目', '甲公司']);
    expect(rows[2]!.cells[5]!.text).toBe('原文_x000D_一词');
  });
  it('06 ="…" in a csv is the code within', async () => {
    const rows = await rowsOf('06-csv-equals-quoted/ledger.csv');
    expect([rows[1]!.cells[0]!.text, rows[1]!.cells[5]!.text]).toEqual(['2023001', 'HT-2023-01']);
  });
  it('08 workbook and styles are found under any name', async () => {
    const [styles, workbook] = [
      await rowsOf('08-parts-in-other-places/styles.xlsx'),
      await rowsOf('08-parts-in-other-places/workbook22.xlsx'),
    ];
    expect(value(readDay(styles[1]!.cells[3], DAY))).toMatchObject({ date: '2023-03-15', known: 'day' });
    expect(workbook[1]!.cells[0]!.text).toBe('PL-2');
  });
  it('09 a picture in a cell is no text', async () => {
    const [, arrivals] = await sheetsOf('09-wps-picture-in-cell/ledger.xlsx');
    for (const cell of column(arrivals!.rows, 3))
      expect(readText(cell)).toEqual({ is: 'not-understood', shown: '', why: 'picture' });
  });
  it('13 a plan may be a quarter, a half-year, months or the end of a year; words are not understood', async () => {
    const cells = column(await rowsOf('13-quarter-as-agreed-start/ledger.xlsx'), 5);
    const read = cells.map((cell) => readDay(cell, { ...DAY, plan: true }));
    expect(read.map((one) => (one.is === 'value' ? one.value.date : one.is))).toEqual([
      '2024-03-31',
      '2024-03-31',
      '2024-06-30',
      '2023-12-31',
      '2024-03-31',
      'not-understood',
    ]);
  });
  it('31 an HTML table named .xls is a sheet named after its file', async () => {
    const [sheet] = await sheetsOf('31-html-table-named-xls/export.xls');
    expect([sheet!.name, sheet!.rows[1]!.cells.map((cell) => cell?.text)]).toEqual([
      'export',
      ['HT-1', '甲项目', '甲公司', '2023-03-15', '5000'],
    ]);
  });
  it('32 a code shows the zeros and words of its format', async () => {
    const rows = await rowsOf('32-leading-zeros-by-format/ledger.xlsx');
    expect([0, 5].map((at) => column(rows, at).map((cell) => value(readText(cell))))).toEqual([
      ['001230', 'HX-0057'],
      ['2023-012', '2023-013'],
    ]);
    expect((await rowsOf('32-leading-zeros-by-format/arrivals.csv'))[1]!.cells[0]!.text).toBe('001230');
  });
  it('33 a number whose digits are lost is no code', async () => {
    for (const cell of column(await rowsOf('33-scientific-codes-in-csv/ledger.csv'), 0))
      expect(readText(cell)).toEqual({ is: 'not-understood', shown: '2.02303E+11', why: 'digits-lost' });
  });
});

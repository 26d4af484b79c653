import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsoDate } from '#domain';
import { memoryStore } from '#event-store';
import { importWorkbook } from './import.ts';
import { closeSync } from 'node:fs';
import { openNameless } from './files/nameless.ts';
import { storedSheet } from './files/stored-sheet.ts';
import type { Merge } from './reading/merges.ts';
import { rowsOut } from './reading/rows-out.ts';
import { candidatesOf } from './plans/stored.ts';
import type { Cell, Row } from './files/workbook.ts';
import { readWorkbook } from './files/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (word: string): Cell => ({ text: word, kind: 'text' });
const row = (number: number, ...cells: (Cell | undefined)[]): Row => ({ number, hidden: false, cells });
const sheetOf = (rows: readonly Row[], merges: readonly Merge[]): readonly Row[] => {
  const file = openNameless();
  try {
    const out = rowsOut(file).sheet('项目');
    for (const one of rows) out.row(one);
    const read = out.finish({ name: '项目', hidden: false, date1904: false, hiddenColumns: [], comments: [] }, merges);
    const sheet = storedSheet(read, file, () => undefined);
    const [once, again] = [[...sheet.rows()], [...sheet.rows()]];
    expect(again).toEqual(once);
    return once;
  } finally {
    closeSync(file);
  }
};

describe('a sheet on disk', () => {
  it('gives its rows by number, whatever their order in the file; of two with one number, the later', () => {
    expect(
      sheetOf(
        [row(3, text('丙')), row(1, text('甲')), row(2, undefined, text('旧')), row(2, undefined, text('乙'))],
        [],
      ),
    ).toEqual([row(1, text('甲')), row(2, undefined, text('乙')), row(3, text('丙'))]);
  });
  it('repeats a merged value over the rows that have content, and a block without a value over none', () => {
    const rows = sheetOf(
      [
        row(1, text('东镇'), text('甲')),
        row(2, undefined, text('乙')),
        row(4, undefined, text('丁')),
        row(5, undefined, text('戊')),
      ],
      [
        { left: 0, right: 0, top: 3, bottom: 5 },
        { left: 0, right: 0, top: 1, bottom: 4 },
      ],
    ); // row 3 has no content, so its block has no value
    expect(rows.map(({ cells }) => [cells[0]?.text, cells[0]?.merged, cells[0]?.mergedRows])).toEqual([
      ['东镇', 'master', 4],
      ['东镇', 'covered', 4],
      ['东镇', 'covered', 4],
      [undefined, undefined, undefined],
    ]);
  });
});

describe('a csv longer than what is read at once', () => {
  it('keeps quotes, line breaks and two-byte signs that fall between two pieces', async () => {
    const rows = Array.from({ length: 4_000 }, (_, n) => ['甲'.repeat(1 + (n % 7)), `引"${n}"`, `上\r\n下${n}`]);
    const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    writeFileSync(
      join(folder, 'long.csv'),
      `\uFEFF${rows.map((fields) => fields.map(quoted).join(';')).join('\r\n')}\r\n`,
    );
    const [sheet] = await readWorkbook(join(folder, 'long.csv'));
    expect(sheet!.rows.map(({ cells }) => cells.map((cell) => cell?.text))).toEqual(rows);
    expect(sheet!.rows.at(-1)!.number).toBe(4_000);
  });
  it('turns to GB 18030 where a late byte is no UTF-8', async () => {
    writeFileSync(
      join(folder, 'late.csv'),
      Buffer.concat([Buffer.from(`name,n\n${'abc,1\n'.repeat(30_000)}`), Buffer.from([0xbc, 0xd7, 0x2c, 0x32])]),
    ); // 甲,2
    const [sheet] = await readWorkbook(join(folder, 'late.csv'));
    expect(sheet!.rows.at(-1)).toEqual(row(30_002, text('甲'), text('2')));
  });
});

describe('a row that only the rules of the lifecycle find odd', () => {
  it('goes back with its cells', async () => {
    // Terminated in 2022, yet entered into the statistics a year later: the two cannot both stand, and no check of the row alone says so.
    writeFileSync(
      join(folder, 'odd.csv'),
      '项目名称,签约日期,合同额（万元）,认定开工时间,纳统时间,终止日期\n甲,2021-03-05,500,2021-06-01,2023-01-01,2022-01-01\n乙,2021-03-05,500,2021-06-01,2021-07-01,\n',
    );
    const { analysis } = await importWorkbook(
      {
        path: join(folder, 'odd.csv'),
        dryRun: true,
        today: '2026-11-25' as IsoDate,
        actor: { user: 'clerk', unit: null },
      },
      {
        store: memoryStore(),
        stored: { find: async () => candidatesOf([]), history: async () => [] },
        known: { regions: [], regionKinds: false, units: new Set() },
      },
    );
    expect(
      analysis.sheets[0]!.rows.map(({ row: { number, cells }, findings }) => [
        number,
        findings[0]!.code,
        cells[0]?.text,
        cells[4]?.text,
      ]),
    ).toEqual([[2, 'not-possible', '甲', '2023-01-01']]);
  });
});

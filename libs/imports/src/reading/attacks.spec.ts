import { mkdtempSync, openSync, rmSync, writeFileSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xlsxOf, zipOf, type WorkbookText } from '../../../../test/support/zip.ts';
import { openWorkbook, readWorkbook } from '../files/workbook.ts';
import { ALLOWANCE, BOUNDS } from './bounds.ts';
import { soundMerges, type Merge } from './merges.ts';
import { rowsOut } from './rows-out.ts';

jest.setTimeout(600_000);

const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const written = (bytes: Buffer | string, name = 'x.xlsx'): string => {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, bytes);
  return path;
};
const workbook = (text: WorkbookText): string => written(xlsxOf(text));
const one = '<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>';
const refusal = (path: string): Promise<string> =>
  openWorkbook(path).then(
    (sheets) => {
      for (const sheet of sheets) sheet.close();
      return 'read';
    },
    (error: { code: string }) => error.code,
  );

describe('a file that asks for too much is refused, and the next one is read', () => {
  afterEach(async () => expect((await readWorkbook(workbook({ sheet: one })))[0]!.rows).toHaveLength(1));

  it.each<[string, string, () => string]>([
    [
      'strings that unpack to hundreds of megabytes',
      'file-bomb',
      () =>
        workbook({
          sheet: one,
          strings: Array.from(
            { length: 3_000 },
            (_, n) => `<si><t>${n}${Math.sin(n)}${'甲乙丙丁戊'.repeat(5_000)}</t></si>`,
          ).join(''),
        }),
    ],
    [
      'a text without end',
      'file-bomb',
      () =>
        workbook({
          sheet: `<sheetData><row><c t="inlineStr"><is><t>${Array.from({ length: 600_000 }, (_, n) => `${n}${Math.sin(n)}`).join('')}`,
        }),
    ],
    [
      'a cell far to the right',
      'too-many-columns',
      () => workbook({ sheet: '<sheetData><row r="1"><c r="XFD1" t="str"><v>甲</v></c></row></sheetData>' }),
    ],
    ['a quote that is never closed', 'cell-too-long', () => written(`a,b\n"${'甲,乙\n'.repeat(20_000)}`, 'x.csv')],
    [
      'a row of a thousand long cells',
      'cell-too-long',
      () =>
        workbook({
          sheet: `<sheetData><row r="1">${'<c t="s"><v>0</v></c>'.repeat(900)}</row></sheetData>`,
          strings: `<si><t>${'甲'.repeat(32_000)}</t></si>`,
        }),
    ],
    [
      'more merged blocks than any ledger has',
      'too-many-merges',
      () =>
        workbook({ sheet: `${one}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(BOUNDS.merges + 1)}</mergeCells>` }),
    ],
    [
      'a thousand sheets',
      'too-many-sheets',
      () => workbook({ sheet: one, workbook: `<sheets>${'<sheet name="a" r:id="r1"/>'.repeat(1_000)}</sheets>` }),
    ],
    [
      'entities that unfold',
      'file-broken',
      () => workbook({ sheet: `<sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>` }),
    ],
    [
      'a string that the file does not hold',
      'file-broken',
      () =>
        workbook({ sheet: '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>', strings: '<si><t>甲</t></si>' }),
    ],
    [
      'a row number beyond counting',
      'file-broken',
      () => workbook({ sheet: '<sheetData><row r="1e999"><c><v>1</v></c></row></sheetData>' }),
    ],
    ['a list of documents', 'file-unknown-kind', () => written(zipOf({ 'word/document.xml': '<w/>' }))],
    [
      'a program',
      'file-unknown-kind',
      () => written(Buffer.from(Array.from({ length: 9_000 }, (_, n) => (n * 37) % 251)), 'x.xls'),
    ],
    [
      'an old workbook cut short',
      'file-broken',
      () => written(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'x.xls'),
    ],
  ])('%s: %s', async (_what, code, file) => expect(await refusal(file())).toBe(code));

  it('one that takes longer than it may is stopped', async () =>
    expect(
      await openWorkbook(workbook({ sheet: one }), 'x.xlsx', { ...ALLOWANCE, seconds: 0.001 }).catch(
        ({ code }) => code as string,
      ),
    ).toBe('file-too-slow'));

  it('one that needs more memory than it may is stopped, and the process goes on', async () => {
    const strings = Array.from({ length: 300_000 }, (_, n) => `<si><t>${n}${'甲乙丙丁'.repeat(20)}</t></si>`).join('');
    const path = workbook({ sheet: one, strings });
    expect(
      await openWorkbook(path, 'x.xlsx', { ...ALLOWANCE, megabytes: 16 }).catch(({ code }) => code as string),
    ).toBe('file-too-heavy');
  });
});

describe('a file that is odd is read all the same', () => {
  it('with number formats of twenty thousand brackets', async () => {
    const styles = `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(20_000)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`;
    const [sheet] = await readWorkbook(
      workbook({ sheet: '<sheetData><row r="1"><c s="1"><v>5</v></c></row></sheetData>', styles }),
    );
    expect(sheet!.rows[0]!.cells).toEqual([{ text: '5', kind: 'number' }]);
  });
  it('with a hundred thousand blocks one over the other, of which the first holds', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`);
    const merges = Array.from({ length: 100_000 }, (_, n) => `<mergeCell ref="A${1 + (n % 50)}:Z${300 + n}"/>`);
    const [sheet] = await readWorkbook(
      workbook({ sheet: `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>` }),
    );
    expect(sheet!.rows).toHaveLength(300);
    expect(sheet!.rows[299]!.cells[25]).toMatchObject({ text: '0', merged: 'covered' });
  });
});

describe('the bounds of a sheet', () => {
  const block = (top: number, bottom: number, left: number, right: number): Merge => ({ top, bottom, left, right });
  it('of overlapping blocks the upper, then the left one holds', () =>
    expect(
      soundMerges([block(2, 5, 0, 3), block(1, 3, 2, 2), block(4, 9, 2, 4), block(4, 6, 4, 5)], [1, 2, 3], ''),
    ).toEqual([block(1, 3, 2, 2), block(4, 9, 2, 4)]));
  it('blocks may not repeat a value over millions of cells', () => {
    const rows = Array.from({ length: 6_000 }, (_, n) => n + 1);
    expect(() => soundMerges([block(1, 6_000, 0, 999)], rows, '项目')).toThrow('too-many-merges');
    expect(soundMerges([block(1, 1_048_576, 0, 999)], [1, 2, 3], '项目')).toHaveLength(1); // a title over blank rows
  });
  it('half a million rows are the most', () => {
    const file = openSync(join(folder, 'rows'), 'w');
    try {
      const sheet = rowsOut(file).sheet('项目');
      const row = (number: number) => sheet.row({ number, hidden: false, cells: [] });
      for (let number = 1; number <= BOUNDS.rows; number += 1) row(number);
      expect(() => row(BOUNDS.rows + 1)).toThrow('too-many-rows');
    } finally {
      closeSync(file);
    }
  });
});

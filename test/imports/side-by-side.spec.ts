import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import ExcelJS from 'exceljs';
import { imported } from './imported.ts';

// Two tables side by side, a blank column between them.

const folder = mkdtempSync(join(tmpdir(), 'beside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sideBySide = (shape?: (sheet: ExcelJS.Worksheet) => void) =>
  imported({
    台账: {
      rows: [
        ['项目名称', '签约时间', '总投资（万元）', null, '项目名称', '签约时间', '总投资（万元）'],
        ['甲项目', '2024-03-05', 5_000, null, '丙项目', '2024-05-05', 6_000],
        ['乙项目', '2024-04-05', '面谈', null, '丁项目', '2024-06-05', '面谈'],
      ],
      ...(shape && { shape }),
    },
  });

it('a comment is told with the table that it stands in, at its edges, too', async () => {
  const { report } = await sideBySide((sheet) => {
    for (const at of ['A2', 'C2', 'E2', 'G2']) sheet.getCell(at).note = `见${at}`;
  });
  const comments = report.rows.flatMap(({ sheet, row, findings }) =>
    findings.flatMap(({ code, cell }) => (code === 'comment' ? [`${sheet} ${row} ${cell}`] : [])),
  );
  expect(comments).toEqual(['台账 2 A2', '台账 2 C2', '台账（E列起） 2 E2', '台账（E列起） 2 G2']);
});

it('what comes back of each table has its own columns only', async () => {
  const { giveBack, found } = await sideBySide();
  expect(found.map((one) => one.replace(/:.*/, ''))).toEqual(['台账!3 reject', '台账（E列起）!3 reject']);
  const path = join(folder, 'back.xlsx');
  await giveBack(path);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const namesIn = (sheet: ExcelJS.Worksheet): readonly string[] =>
    ['A', 'E'].map((column) => sheet.getCell(`${column}2`).text);
  expect(book.worksheets.map((sheet) => [sheet.name, ...namesIn(sheet)])).toEqual([
    ['台账', '乙项目', ''],
    ['台账（E列起）', '', '丁项目'],
  ]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from './layout.ts';
import { readWorkbook } from '../files/workbook.ts';

const at = (file: string): string => join(__dirname, '../../../../test/acceptance', file);

describe.each(['ledger', 'backlog', 'defects'])('the sample %s', (name) => {
  const expected = JSON.parse(readFileSync(at(`expected-${name}.json`), 'utf8')) as {
    sheets: {
      sheet: string;
      kind: string;
      headerRow: number | null;
      columns?: Record<string, string>;
      money?: string;
      firstRow?: number;
    }[];
  };
  it.each(expected.sheets)(
    'sheet $sheet is $kind',
    async ({ sheet, kind, headerRow, firstRow, columns = {}, money }) => {
      const found = layoutOf(
        (await readWorkbook(at(`sample-${name}.xlsx`))).find((one) => one.name === sheet)!,
        null,
      );
      expect([found.kind, found.headerRow]).toEqual([kind, headerRow]);
      if (firstRow) expect(found.firstData).toBe(firstRow);
      for (const column of found.columns)
        if (['contracted', 'amount', 'intendedAmount'].includes(column.field))
          expect((column.unit ?? found.unit).unit).toBe(money);
      expect(found.unmapped).toEqual([]);
      for (const header of Object.keys(columns))
        expect(found.headers.map(({ text }) => text.replace(/\n/g, ''))).toContain(header);
    },
  );
});

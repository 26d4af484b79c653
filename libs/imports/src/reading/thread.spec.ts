import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '../files/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('twenty files at once, good and bad, are each answered as they are', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const path = join(folder, `${n}.csv`);
      writeFileSync(path, n % 5 === 0 ? Buffer.from([0x50, 0x4b, 3, 4, n]) : `编号,名称\n${n},甲`);
      return readWorkbook(path).then(
        ([sheet]) => sheet!.rows[1]!.cells[0]!.text,
        ({ code }: { code: string }) => code,
      );
    }),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => (n % 5 === 0 ? 'file-broken' : String(n))));
});

import { ask, exportList, OPERATOR, type Office } from '#office';
import { rounded, type Result } from './bench.ts';

interface Drained {
  readonly rows: number;
  readonly seconds: number;
  readonly workbook: number; // bytes
  readonly rise: number; // megabytes of memory at the most, above where it began
}

/** Writes the list of the signed as a workbook to nowhere, and looks at the memory with every piece that comes. */
const drained = async (office: Office, where: readonly string[]): Promise<Drained> => {
  const began = performance.now();
  const before = process.memoryUsage().rss;
  const file = await ask(office, OPERATOR, exportList, { name: 'signed', language: 'zh', layout: 'full', where });
  let workbook = 0;
  let most = before;
  for await (const piece of file.bytes) {
    workbook += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const rise = Math.round((most - before) / 1_000_000);
  return { rows: file.rows, seconds: (performance.now() - began) / 1_000, workbook, rise };
};

const A_TENTH = ['unit=U0,U1,U2,U3']; // of forty units

/** The list of the signed in all its columns as a workbook: its memory beside that of a tenth of the rows, its time beside reading the same rows and throwing them away. */
export const exported = async (office: Office): Promise<readonly Result[]> => {
  await drained(office, A_TENTH); // not measured: the first finds everything cold
  const tenth = await drained(office, A_TENTH);
  const whole = await drained(office, []);
  const began = performance.now();
  await office.pool.query(
    `select * from project_span where to_pos = 9223372036854775807 and to_day = 'infinity' and signed_on is not null`,
  );
  const bare = (performance.now() - began) / 1_000;
  const settings = { rows: whole.rows, ofATenth: tenth.rows, workbookBytes: whole.workbook };
  return [
    {
      name: 'memory of an export, against that of a tenth of its rows',
      unit: 'MB',
      ratio: rounded(whole.rise / Math.max(1, tenth.rise)),
      ours: whole.rise,
      limit: tenth.rise,
      settings,
    },
    {
      name: 'time of an export, against reading its rows at once',
      unit: 's',
      ratio: rounded(whole.seconds / bare),
      ours: rounded(whole.seconds),
      limit: rounded(bare),
      settings,
    },
  ];
};

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ask, exportList, OPERATOR, type Office } from '#office';
import { rounded, type Result } from './bench.ts';

interface Drained {
  readonly rows: number;
  readonly seconds: number;
  readonly workbook: number; // bytes
  readonly live: number; // megabytes that were in use at the most, whenever a megabyte had been written and what was no longer needed let go
  readonly rise: number; // megabytes of the process at the most, above where it began
}

const MEGABYTE = 1_000_000;
setFlagsFromString('--expose-gc');
const letGo = runInNewContext('gc') as () => void;

const inUse = (): number => {
  letGo();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Writes the list of the signed as a workbook to nowhere, and looks at the memory on the way. `looks`: also at what is in use, which takes time. */
const drained = async (office: Office, where: readonly string[], looks: boolean): Promise<Drained> => {
  const began = performance.now();
  const before = process.memoryUsage().rss;
  const file = await ask(office, OPERATOR, exportList, { name: 'signed', language: 'zh', layout: 'full', where });
  let workbook = 0;
  let most = before;
  let live = 0;
  for await (const piece of file.bytes) {
    if (looks && Math.floor((workbook + piece.length) / MEGABYTE) > Math.floor(workbook / MEGABYTE))
      live = Math.max(live, inUse());
    workbook += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - began) / 1_000;
  return { rows: file.rows, seconds, workbook, live: live / MEGABYTE, rise: Math.round((most - before) / MEGABYTE) };
};

const A_TENTH = ['unit=U0,U1,U2,U3']; // of forty units

/** The list of the signed in all its columns as a workbook: its memory beside that of a tenth of the rows, its time beside reading the same rows and throwing them away. */
export const exported = async (office: Office): Promise<readonly Result[]> => {
  await drained(office, A_TENTH, true); // not measured: the first finds everything cold
  const tenth = await drained(office, A_TENTH, true);
  const held = await drained(office, [], true);
  const whole = await drained(office, [], false);
  const began = performance.now();
  await office.pool.query(
    `select * from project_span where to_pos = 9223372036854775807 and to_day = 'infinity' and signed_on is not null`,
  );
  const bare = (performance.now() - began) / 1_000;
  const settings = { rows: whole.rows, ofATenth: tenth.rows, workbookBytes: whole.workbook };
  return [
    {
      name: 'memory in use at the most during an export, against that of a tenth of its rows',
      unit: 'MB',
      ratio: rounded(held.live / tenth.live),
      ours: rounded(held.live),
      limit: rounded(tenth.live),
      settings,
      more: { processRise: whole.rise }, // with what has not been let go yet
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

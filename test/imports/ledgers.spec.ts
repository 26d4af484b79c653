import type { Row } from '../../libs/imports/src/files/sheet.ts';
import { drawLedger } from './drawn/ledger.ts';
import { differences } from './facts.ts';
import { outcomeOf } from './outcome.ts';

// LEDGERS=1000 LEDGER_SEED=5000 draws others: some two minutes.
const SEEDS = Number(process.env['LEDGERS'] ?? 60);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);
const ONCE_MISREAD = [20_515, 83_043, 83_091, 90_086, 930_002];

const checked = async (seed: number, change: (rows: readonly Row[]) => readonly Row[] = (rows) => rows) => {
  const drawn = drawLedger(seed);
  return differences(
    drawn,
    await outcomeOf(
      Object.fromEntries(drawn.sheets.map(({ name, rows }) => [name, change(rows)])),
      Object.fromEntries(drawn.sheets.map(({ name, comments }) => [name, comments])),
    ),
  );
};

it(`workbooks of ${SEEDS} invented bureaus are read as they mean, and nothing of them vanishes`, async () => {
  const wrong: string[] = [];
  for (const seed of [...ONCE_MISREAD, ...Array.from({ length: SEEDS }, (_, at) => FIRST + at)])
    for (const one of await checked(seed)) wrong.push(`${seed}: ${one}`);
  expect(wrong).toEqual([]);
}, 1_800_000);

/** Rows with every text changed: what a reader would see that misses something. */
const changed = (change: (text: string) => string) => (rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, text: change(cell.text) }) }));

it.each<[string, (rows: readonly Row[]) => readonly Row[]]>([
  ['the unit of the amounts', changed((text) => text.replace('亿元', '万元'))],
  ['a format of days', changed((text) => text.replace(/^(\d{4})年(\d+)月(\d+)日$/, '$1/$3/$2'))],
  ['a format of months', changed((text) => text.replace(/^(\d{4})[.-](\d{1,2})$/, '$1'))],
  ['a currency', changed((text) => text.replace(/美元|欧元|港[元币]/, '元'))],
  ['a row of the header', (rows) => rows.filter(({ cells }) => !cells.some((cell) => /投资/.test(cell?.text ?? '')))],
  [
    'what a merged block tells',
    (rows) =>
      rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.merged === 'covered' ? undefined : cell)),
      })),
  ],
  ['the line of a district', changed((text) => text.replace(/^[一二三四五六]、[^项]*（\d+个）$/, '一、其他（1个）'))],
  ['the unit in a note', changed((text) => text.replace(/单位[为：](亿元|元)/, '以合同为准'))],
  ['that an amount is about so much', changed((text) => text.replace(/^约/, ''))],
  ['a column that nobody knows', changed((text) => text.replace(/备考\d+号/, '…'))],
  ['the last table of a sheet', (rows) => rows.slice(0, -3)],
])('and whoever misses %s is found out', async (_what, change) => {
  let found = 0;
  for (let seed = 1; seed <= 20; seed += 1) found += (await checked(seed, change)).length;
  expect(found).toBeGreaterThan(0);
});

import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';
import { drawAnyLedger, type Said } from './any-ledger.ts';
import { chance } from './draw-ledger.ts';
import { outcomeOf } from './outcome.ts';

const SEEDS = Number(process.env['LEDGERS'] ?? 60);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);
const CELLS = 12; // of each ledger

/** Another text of the same kind: the last figure, or the last sign, is another one. */
const otherwise = ({ text }: Cell): Cell => {
  const last = text.search(/\d(?=\D*$)/);
  const other = last < 0 ? `${text}另` : `${text.slice(0, last)}${(Number(text[last]) + 1) % 9}${text.slice(last + 1)}`;
  return { text: other, kind: 'text' };
};
const withCell = (rows: readonly Row[], { row, column }: Said, cell: Cell): readonly Row[] =>
  rows.map((one, at) =>
    at === row ? { ...one, cells: one.cells.map((own, index) => (index === column ? cell : own)) } : one,
  );

let tried = 0;

/** The rows as a reader sees them. */
type Seen = (rows: readonly Row[]) => readonly Row[];

/** The cells of a ledger that can be changed without any change in what becomes of it: they vanished. */
const vanished = async (seed: number, seen: Seen = (rows) => rows): Promise<readonly string[]> => {
  const { rows, said } = drawAnyLedger(seed);
  const random = chance(seed + 1);
  const { whole, returned } = await outcomeOf({ 台账: seen(rows) });
  const stored = said.filter(({ row }) => !returned.has(rows[row]!.number));
  const lost: string[] = [];
  for (let count = 0; count < CELLS && stored.length > 0; count += 1) {
    const one = random.pick(stored);
    const cell = rows[one.row]!.cells[one.column]!;
    const changed = await outcomeOf({ 台账: seen(withCell(rows, one, otherwise(cell))) });
    tried += 1;
    if (changed.whole === whole) lost.push(`${seed}: ${one.header} “${cell.text}” of row ${one.row + 1}`);
  }
  return [...new Set(lost)];
};

it(`of ${SEEDS} ledgers of any columns no cell can change without a change in a fact, a finding or what is kept`, async () => {
  const lost: string[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) lost.push(...(await vanished(seed)));
  expect(lost).toEqual([]);
  expect(tried).toBeGreaterThan(SEEDS * 4); // most rows are sound
}, 600_000);

it.each<[string, Seen]>([
  ['drops the last column', (rows) => rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1) }))],
  [
    'reads the first sign of a text only',
    (rows) =>
      rows.map((row) =>
        row.number === 1
          ? row
          : { ...row, cells: row.cells.map((cell) => cell && { ...cell, text: cell.text.slice(0, 1) }) },
      ),
  ],
])('a reader that %s is found out', async (_what, seen) => {
  const lost: string[] = [];
  for (let seed = 1; seed <= 10; seed += 1) lost.push(...(await vanished(seed, seen)));
  expect(lost.length).toBeGreaterThan(0);
});

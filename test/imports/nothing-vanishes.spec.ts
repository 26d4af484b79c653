import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';
import { drawAnyLedger } from './any-ledger.ts';
import { chance } from './drawn/chance.ts';
import { drawLedger } from './drawn/ledger.ts';
import type { DrawnSheet, Said } from './drawn/sheet.ts';
import { outcomeOf } from './outcome.ts';

const SEEDS = Number(process.env['LEDGERS'] ?? 60);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);
const ONCE_LOST = [520_587];
const CELLS = 12; // of each ledger

/** Another text of the same kind: the last figure, or the last sign, is another one. The time of a day says nothing. */
const otherwise = ({ text: whole }: Cell): Cell => {
  const text = whole.replace(/ \d{1,2}:\d{2}(:\d{2})?$/, '');
  const last = text.search(/\d(?=\D*$)/);
  const other = last < 0 ? `${text}另` : `${text.slice(0, last)}${(Number(text[last]) + 1) % 9}${text.slice(last + 1)}`;
  return { text: other, kind: 'text' };
};
const withCell = (rows: readonly Row[], { row, column }: Said, change: (cell: Cell) => Cell): readonly Row[] =>
  rows.map((one) =>
    one.number === row
      ? { ...one, cells: one.cells.map((own, index) => (index === column && own !== undefined ? change(own) : own)) }
      : one,
  );

let tried = 0;

/** The rows as a reader sees them. */
type Seen = (rows: readonly Row[]) => readonly Row[];

/** The cells of a ledger that can be changed without any change in what becomes of it: they vanished. */
const vanished = async (
  seed: number,
  sheets: readonly DrawnSheet[],
  seen: Seen = (rows) => rows,
): Promise<readonly string[]> => {
  const random = chance(seed + 1);
  const read = (own: (sheet: DrawnSheet) => readonly Row[]) =>
    outcomeOf(Object.fromEntries(sheets.map((sheet) => [sheet.name, seen(own(sheet))])));
  const { whole, returned } = await read(({ rows }) => rows);
  const stored = sheets.flatMap((sheet) =>
    sheet.said
      .filter(({ row }) => !returned.has(`${sheet.name}!${row}`))
      .map((one) => ({ sheet, one, cell: sheet.rows.find(({ number }) => number === one.row)!.cells[one.column] }))
      .filter(({ cell }) => cell?.merged === undefined && !/^[/—\-无暂\s]*$/.test(cell?.text ?? '')),
  );
  const lost: string[] = [];
  for (let count = 0; count < CELLS && stored.length > 0; count += 1) {
    const { sheet, one, cell } = random.pick(stored);
    const changed = await read((own) => (own === sheet ? withCell(own.rows, one, otherwise) : own.rows));
    tried += 1;
    if (changed.whole === whole) lost.push(`${seed}: ${one.header} “${cell?.text}” of ${sheet.name}!${one.row}`);
  }
  return [...new Set(lost)];
};

it.each<[number, string, (seed: number) => readonly DrawnSheet[]]>([
  [SEEDS, 'any columns', (seed) => [drawAnyLedger(seed)]],
  [Math.ceil(SEEDS / 3), 'invented bureaus', (seed) => drawLedger(seed).sheets],
])(
  `of %i ledgers of %s no cell can change without a change in a fact, a finding or what is kept`,
  async (seeds, _of, draw) => {
    const lost: string[] = [];
    tried = 0;
    for (const seed of [...ONCE_LOST, ...Array.from({ length: seeds }, (_, at) => FIRST + at)])
      lost.push(...(await vanished(seed, draw(seed))));
    expect(lost).toEqual([]);
    expect(tried).toBeGreaterThan(seeds * 4); // most rows are sound
  },
  1_800_000,
);

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
  for (let seed = 1; seed <= 10; seed += 1) lost.push(...(await vanished(seed, [drawAnyLedger(seed)], seen)));
  expect(lost.length).toBeGreaterThan(0);
});

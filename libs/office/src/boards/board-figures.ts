import { divided, formulaOf, times, wholeOf, type Board, type Fraction, type Reached } from '#domain';
import { keptTallies, type Tallies } from '../numbers/kept-tallies.ts';
import { countedOf, currencyOf, exact, measuredBy, partsOf, progressOf, type Measured } from '../numbers/figure.ts';
import { totalOf } from '../numbers/figure-table.ts';
import type { Asked } from '../numbers/question.ts';
import type { RowKeys } from '../numbers/rows-by.ts';
import { targetOf, targetsKnown } from '../numbers/targets-known.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { byHoldingTime } from './by-holding-time.ts';

/** A metric of each row: as it was counted, and by holding time. */
type OfRow = (row: RowKeys) => Measured;
interface BoardFigures {
  readonly keys: readonly (string | null)[]; // units as they are written, wherever anything counts
  readonly plain: (row: RowKeys) => Reached;
  readonly fair: (row: RowKeys) => Reached;
}

const HUNDRED = wholeOf(100n);

/** In 元, pieces or percent, as boards are written. */
const inPlainUnits = (measured: Measured): Fraction | null => {
  const value = exact(measured);
  if (value === null) return null;
  if (measured.is === 'share') return times(value, HUNDRED);
  return measured.currency === null ? value : divided(value, HUNDRED);
};

const metricsOf = ({ measures, deductions, floors }: Board): readonly string[] => [
  ...new Set([...measures, ...deductions, ...floors].map(({ metric }) => metric)),
];

/** Every figure that a board scores by. Throws Rejected 'metric-unknown'. */
export const boardFigures = async (office: Office, board: Board, asked: Asked): Promise<BoardFigures> => {
  const { question, position } = asked;
  const { definition, period, asOf } = question;
  const targets = await targetsKnown(office.store, Number(period.to.slice(0, 4)), {
    position,
    day: asOf.day,
  });
  const plain = new Map<string, OfRow>();
  const fair = new Map<string, OfRow>();
  const keys = new Set<string | null>();
  const formulas = metricsOf(board).map((metric) => {
    const formula = formulaOf(definition, metric);
    if (formula === null) throw refused('metric-unknown', metric);
    return { metric, formula };
  });
  const all = formulas.flatMap(({ formula }) => partsOf(formula));
  await keptTallies(office, all, question); // found together, then one by one from what is kept
  for (const { metric, formula } of formulas) {
    const parts = partsOf(formula);
    const tallies: Tallies = await keptTallies(office, parts, question);
    for (const key of tallies.keys()) keys.add(key);
    const currency = currencyOf(formula, definition, totalOf(tallies, parts.length));
    plain.set(metric, ({ written }) => {
      const mine: Tallies = new Map([...tallies].filter(([key]) => written.includes(key)));
      return measuredBy(formula, definition, totalOf(mine, parts.length).map(countedOf), currency);
    });
    const held = await byHoldingTime(office, asked, metric);
    for (const key of held.keys) keys.add(key);
    fair.set(metric, held.of);
  }
  const reached =
    (figures: ReadonlyMap<string, OfRow>) =>
    (row: RowKeys): Reached =>
    (metric, of) => {
      const measured = figures.get(metric)!(row);
      if (of === 'value') return inPlainUnits(measured);
      const target = targetOf(targets, metric, row.unit?.code ?? row.key, null, definition.name);
      const share = progressOf(measured, target?.value ?? null);
      return share === null ? null : times(share, HUNDRED);
    };
  return { keys: [...keys], plain: reached(plain), fair: reached(fair) };
};

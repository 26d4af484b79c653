import { fraction, METRICS, moneyOf, ratioOf, SIZE_BANDS, type Money, type Part, type Ratio } from '#domain';
import type { Caller } from '#identity';
import { addTallies, NOTHING, type Tally } from '#projections';
import type { Office } from '../office.ts';
import { partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';
import { figuresAsked } from './question.ts';
import type { StructureQuery } from './queries.ts';
import { rowsBy } from './rows-by.ts';

interface StructureRow {
  readonly key: string | null;
  readonly label: string;
  readonly count: string;
  readonly amount: Money;
  readonly shareOfCount: Ratio | null;
  readonly shareOfAmount: Ratio | null;
}
export interface Structure {
  readonly period: string;
  readonly by: string;
  readonly rows: readonly StructureRow[];
  readonly total: { readonly count: string; readonly amount: Money };
}

/** What each kind of structure counts. */
export const STRUCTURE_PARTS: Readonly<Record<'signed' | 'started' | 'arrived', readonly Part[]>> = {
  signed: partsOf(METRICS.signed),
  started: partsOf(METRICS.started),
  arrived: [{ of: 'arrival', measure: 'amount', window: 'period', where: [] }],
};
const CNY = 'CNY';

/** Of what the signed, started or arrived of a period consists: count, amount and their shares. Tags overlap, so their shares need not make a whole. */
export const structure = async (office: Office, caller: Caller, query: StructureQuery): Promise<Structure> => {
  const { by } = query;
  const asked = await figuresAsked(office, caller, query, by);
  const { question } = asked;
  const { rounding } = question.definition;
  const parts = STRUCTURE_PARTS[query.of ?? 'signed'];
  const [found, all] = await Promise.all([
    keptTallies(office, parts, question),
    keptTallies(office, parts, { ...question, by: null }),
  ]);
  const whole = all.get('')?.[0] ?? NOTHING;
  const keys = by === 'size-band' ? SIZE_BANDS.map(({ key }) => key) : [...found.keys()];
  const amountOf = ({ fen }: Tally): bigint => fen.get(CNY) ?? 0n;
  const listed =
    by === 'size-band' ? keys.map((key) => ({ key, unit: null, written: [key] })) : rowsBy(by, asked, keys);
  const rows = listed.map(({ key, unit, written }): StructureRow => {
    const mine = written.reduce((sum, one) => addTallies(sum, found.get(one)?.[0] ?? NOTHING), NOTHING);
    return {
      key,
      label: unit?.name ?? key ?? '',
      count: String(mine.count),
      amount: moneyOf(amountOf(mine), CNY),
      shareOfCount: ratioOf(fraction(mine.count, whole.count), rounding),
      shareOfAmount: ratioOf(fraction(amountOf(mine), amountOf(whole)), rounding),
    };
  });
  const total = { count: String(whole.count), amount: moneyOf(amountOf(whole), CNY) };
  return { period: question.period.name, by, rows, total };
};

import {
  addMonths,
  DICTIONARY,
  fraction,
  METRICS,
  moneyOf,
  ratioOf,
  SIZE_BANDS,
  type IsoDate,
  type Money,
  type Part,
  type Ratio,
  type Sentence,
} from '#domain';
import type { Caller } from '#identity';
import { addTallies, NOTHING, type Tally } from '#projections';
import type { Office } from '../office.ts';
import { partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';
import { figuresAsked, type Asked } from './question.ts';
import type { StructureQuery } from './queries.ts';
import { rowsBy, type RowKeys } from './rows-by.ts';

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

/** Words for keys that are no names. */
const LABELS: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  origin: DICTIONARY.origins,
  'land-mode': DICTIONARY.landModes,
};

const plainRow = (key: string): RowKeys => ({ key, unit: null, written: [key] });

/** The months of a period up to a day, as keys. */
const monthsOf = (from: IsoDate, to: IsoDate): readonly string[] => {
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
};

/** What a structure lists: every band, every month of the period and every unit that answers, also where they have nothing; of all else what was counted. */
const listedBy = (
  by: StructureQuery['by'],
  asked: Asked,
  found: ReadonlyMap<string | null, readonly Tally[]>,
): readonly RowKeys[] => {
  const { period, asOf } = asked.question;
  if (by === 'size-band') return SIZE_BANDS.map(({ key }) => plainRow(key));
  if (by === 'month') return monthsOf(period.from, asOf.day < period.to ? asOf.day : period.to).map(plainRow);
  return rowsBy(
    by,
    asked,
    [...found].filter(([, [tally]]) => tally !== undefined && tally.count > 0n).map(([key]) => key),
  );
};

/** Of what the signed, started or arrived of a period consists: count, amount and their shares. Tags overlap, so their shares need not make a whole. */
export const structure = async (
  office: Office,
  caller: Caller,
  query: StructureQuery,
  language: keyof Sentence = 'zh',
): Promise<Structure> => {
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
  const amountOf = ({ fen }: Tally): bigint => fen.get(CNY) ?? 0n;
  const rows = listedBy(by, asked, found).map(({ key, unit, written }): StructureRow => {
    const mine = written.reduce((sum, one) => addTallies(sum, found.get(one)?.[0] ?? NOTHING), NOTHING);
    return {
      key,
      label: unit?.name ?? LABELS[by]?.[key ?? '']?.[language] ?? key ?? '',
      count: String(mine.count),
      amount: moneyOf(amountOf(mine), CNY),
      shareOfCount: ratioOf(fraction(mine.count, whole.count), rounding),
      shareOfAmount: ratioOf(fraction(amountOf(mine), amountOf(whole)), rounding),
    };
  });
  const total = { count: String(whole.count), amount: moneyOf(amountOf(whole), CNY) };
  return { period: question.period.name, by, rows, total };
};

import {
  DICTIONARY,
  divided,
  fraction,
  METRICS,
  moneyOf,
  ratioOf,
  roundedToWhole,
  type Fraction,
  type Money,
  type Part,
  type Ratio,
  type Sentence,
} from '#domain';
import type { Caller } from '#identity';
import { addTallies, NOTHING, type Tally } from '#projections';
import type { Office } from '../office.ts';
import { amountIn, countedOf, partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';
import { conversionNotes, otherMoney } from './money-notes.ts';
import { figuresAsked, type Fixed } from './question.ts';
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
  /** Money that stands in another currency, and by which rates some was told in 元. */
  readonly notes: readonly string[];
}

/** The amount that each kind of structure tells apart. */
const AMOUNTS = { signed: 'signed-amount', started: 'started-amount', arrived: 'all-arrived' } as const;

/** What each kind of structure counts. */
export const STRUCTURE_PARTS: Readonly<Record<'signed' | 'started' | 'arrived', readonly Part[]>> = {
  signed: partsOf(METRICS.signed),
  started: partsOf(METRICS.started),
  arrived: partsOf(METRICS['all-arrived']),
};
const CNY = 'CNY';

/** Words for keys that are no names. */
const LABELS: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  origin: DICTIONARY.origins,
  'land-mode': DICTIONARY.landModes,
};

/** Of what the signed, started or arrived of a period consists: count, amount and their shares. Tags overlap, so their shares need not make a whole. */
export const structure = async (
  office: Office,
  caller: Caller,
  query: StructureQuery,
  language: keyof Sentence = 'zh',
  fixed: Fixed = {},
): Promise<Structure> => {
  const { by } = query;
  const asked = await figuresAsked(office, caller, query, by, fixed);
  const { question } = asked;
  const { definition } = question;
  const { rounding } = definition;
  const parts = STRUCTURE_PARTS[query.of ?? 'signed'];
  const [found, all] = await Promise.all([
    keptTallies(office, parts, question),
    keptTallies(office, parts, { ...question, by: null }),
  ]);
  const whole = all.get('')?.[0] ?? NOTHING;
  const amountOf = (tally: Tally): Fraction => amountIn(CNY, countedOf(tally), definition);
  const money = (tally: Tally): Money => moneyOf(roundedToWhole(amountOf(tally)), CNY);
  const counted = [...found].filter(([, [tally]]) => tally !== undefined && tally.count > 0n).map(([key]) => key);
  const rows = rowsBy(by, asked, counted).map(({ key, unit, written }): StructureRow => {
    const mine = written.reduce((sum, one) => addTallies(sum, found.get(one)?.[0] ?? NOTHING), NOTHING);
    return {
      key,
      label: unit?.name ?? LABELS[by]?.[key ?? '']?.[language] ?? key ?? '',
      count: String(mine.count),
      amount: money(mine),
      shareOfCount: ratioOf(fraction(mine.count, whole.count), rounding),
      shareOfAmount: ratioOf(divided(amountOf(mine), amountOf(whole)), rounding),
    };
  });
  return {
    period: question.period.name,
    by,
    rows,
    total: { count: String(whole.count), amount: money(whole) },
    notes: [
      ...otherMoney(AMOUNTS[query.of ?? 'signed'], CNY, whole, definition),
      ...conversionNotes(definition, [whole]),
    ],
  };
};

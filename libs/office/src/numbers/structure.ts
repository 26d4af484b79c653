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
import { amountIn, countedOf } from './figure.ts';
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

/** What each kind of structure adds up: each row of it lies behind the table. */
export const STRUCTURE_AMOUNTS: Readonly<Record<keyof typeof AMOUNTS, Part>> = {
  signed: METRICS['signed-amount'].value,
  started: METRICS['started-amount'].value,
  arrived: METRICS['all-arrived'].value,
};

/** What it counts, and what it adds up: a project that was split is one signing, and its amount is that of its parts. */
const partsTold = (of: keyof typeof AMOUNTS): readonly Part[] => [
  { ...STRUCTURE_AMOUNTS[of], measure: 'count' },
  STRUCTURE_AMOUNTS[of],
];
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
  const parts = partsTold(query.of ?? 'signed');
  const [found, all] = await Promise.all([
    keptTallies(office, parts, question),
    keptTallies(office, parts, { ...question, by: null }),
  ]);
  const [whole = NOTHING, worth = NOTHING] = all.get('') ?? [];
  const amountOf = (tally: Tally): Fraction => amountIn(CNY, countedOf(tally), definition);
  const money = (tally: Tally): Money => moneyOf(roundedToWhole(amountOf(tally)), CNY);
  const counted = [...found].filter(([, told]) => told.some(({ count }) => count > 0n)).map(([key]) => key);
  const rows = rowsBy(by, asked, counted).map(({ key, unit, written }): StructureRow => {
    const sumOf = (part: number): Tally =>
      written.reduce((sum, one) => addTallies(sum, found.get(one)?.[part] ?? NOTHING), NOTHING);
    const [mine, own] = [sumOf(0), sumOf(1)];
    return {
      key,
      label: unit?.name ?? LABELS[by]?.[key ?? '']?.[language] ?? key ?? '',
      count: String(mine.count),
      amount: money(own),
      shareOfCount: ratioOf(fraction(mine.count, whole.count), rounding),
      shareOfAmount: ratioOf(divided(amountOf(own), amountOf(worth)), rounding),
    };
  });
  return {
    period: question.period.name,
    by,
    rows,
    total: { count: String(whole.count), amount: money(worth) },
    notes: [
      ...otherMoney(AMOUNTS[query.of ?? 'signed'], CNY, worth, definition),
      ...conversionNotes(definition, [worth]),
    ],
  };
};

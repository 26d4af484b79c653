import { formulaOf, plus, times, wholeOf, type Fraction } from '#domain';
import { heldShares, type HeldShare } from '#projections';
import { currencyOf, measuredBy, partsOf, type Counted, type Measured } from '../numbers/figure.ts';
import type { Asked } from '../numbers/question.ts';
import type { RowKeys } from '../numbers/rows-by.ts';
import type { Office } from '../office.ts';

const NOTHING = wholeOf(0n);

/** What falls to those who are written so. */
const countedOf = (shares: readonly HeldShare[], written: readonly (string | null)[]): Counted => {
  let count: Fraction = NOTHING;
  const fen = new Map<string, Fraction>();
  for (const { unit, share, count: projects, currency, fen: amount } of shares) {
    if (!written.includes(unit)) continue;
    count = plus(count, times(wholeOf(projects), share));
    fen.set(currency, plus(fen.get(currency) ?? NOTHING, times(wholeOf(amount), share)));
  }
  return { count, fen };
};

/**
 * A metric by the time in which each unit really held the projects that it counts: who held one for a quarter of its way is credited a quarter.
 * Answers the units that held any, as they are written, and the figure of a row. The definition has the metric: it was asked for before.
 */
export const byHoldingTime = async (
  office: Office,
  { question }: Asked,
  metric: string,
): Promise<{ readonly keys: readonly (string | null)[]; readonly of: (row: RowKeys) => Measured }> => {
  const { definition } = question;
  const formula = formulaOf(definition, metric)!;
  const shares: (readonly HeldShare[])[] = [];
  for (const part of partsOf(formula)) shares.push(await heldShares(office.pool, part, question));
  const whole = shares.map((some) => ({
    count: some.reduce((sum, { count }) => sum + count, 0n),
    fen: new Map(some.map(({ currency }) => [currency, 0n])),
  }));
  const currency = currencyOf(formula, definition, whole);
  return {
    keys: shares.flatMap((some) => some.map(({ unit }) => unit)),
    of: ({ written }) =>
      measuredBy(
        formula,
        definition,
        shares.map((some) => countedOf(some, written)),
        currency,
      ),
  };
};

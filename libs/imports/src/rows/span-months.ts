import type { Span } from './ledger-row.ts';

/** The months of a span, the last of them first: YYYY-MM. */
export const monthsIn = ({ last, length }: Span): readonly string[] => {
  const [year, month] = last.split('-');
  return Array.from({ length }, (_, back) => Number(month) - back)
    .filter((one) => one >= 1)
    .map((one) => `${year}-${String(one).padStart(2, '0')}`);
};

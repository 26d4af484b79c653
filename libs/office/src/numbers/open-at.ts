import type { FiguresQuery } from './queries.ts';
import type { RowKeys } from './rows-by.ts';

/** Where a figure opens into its parts: the same question, at one row of what it was told apart by. */
export const openAt = (
  metric: string,
  { period, asOf, asKnown, unit, definition, issuer }: FiguresQuery & { readonly issuer?: string },
  by: string | null,
  row: RowKeys | null,
): string => {
  const asked = new URLSearchParams({ period });
  const also = {
    asOf,
    asKnown,
    unit,
    definition,
    issuer,
    by: by ?? undefined,
    key: row === null ? undefined : (row.key ?? ''),
  };
  for (const [name, value] of Object.entries(also)) if (value !== undefined) asked.set(name, value);
  return `/api/figures/${metric}?${asked.toString()}`;
};

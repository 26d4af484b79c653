/** What a figure is asked for: of which days, as of when, of which unit, and of which row of what it is told apart by. */
export interface FigureAsked {
  readonly period: string;
  readonly asOf?: string | null;
  readonly asKnown?: string | null;
  readonly unit?: string | null;
  readonly by?: string | null;
  readonly key?: string | null;
}

/** The page on which a figure opens into its parts. */
export const figureAddress = (metric: string, { period, asOf, asKnown, unit, by, key }: FigureAsked): string => {
  const asked = new URLSearchParams({ period });
  for (const [name, value] of Object.entries({ asOf, asKnown, unit, by })) if (value) asked.set(name, value);
  if (by && key != null) asked.set('key', key);
  return `/numbers/figures/${metric}?${asked.toString()}`;
};

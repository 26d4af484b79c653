/** What a figure is asked for: of which days, as of when, of which unit, and of which row of what it is told apart by. */
export interface FigureAsked {
  readonly period: string;
  readonly asOf?: string | null;
  readonly asKnown?: string | null;
  readonly unit?: string | null;
  readonly definition?: string | null;
  readonly by?: string | null;
  readonly key?: string | null;
}

/** The page on which a figure opens into its parts. */
export const figureAddress = (metric: string, { period, key, ...more }: FigureAsked): string => {
  const asked = new URLSearchParams({ period });
  for (const name of ['asOf', 'asKnown', 'unit', 'definition', 'by'] as const) {
    const value = more[name];
    if (value) asked.set(name, value);
  }
  if (more.by && key != null) asked.set('key', key);
  return `/numbers/figures/${metric}?${asked.toString()}`;
};

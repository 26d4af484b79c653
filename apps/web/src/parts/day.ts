const EAST = 8 * 3_600_000; // milliseconds by which China's clocks are ahead, the whole year: a browser's own table of zones costs a slow machine a tenth of a second

/** An instant as a clock in China shows it: YYYY-MM-DDTHH:MM… */
const inChina = (instant: number): string => new Date(instant + EAST).toISOString();

/** Today in China, where the bureau's days are counted. */
export const today = (): string => inChina(Date.now()).slice(0, 10);

/** Whole days from `from` to `to`, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The year that an address names; where it names none, the year of a day. */
export const yearNamed = (named: string | null, day: string): number =>
  Number(named !== null && /^\d{4}$/.test(named) ? named : day.slice(0, 4));

/** An instant to the minute, on the bureau's clock: when somebody was told must not depend on where it is read. */
export const minute = (instant: string | null | undefined): string =>
  instant ? inChina(Date.parse(instant)).slice(0, 16).replace('T', ' ') : '—';

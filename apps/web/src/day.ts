/** Today in China, where the bureau's days are counted. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Whole days from `from` to `to`, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** An instant as people read it: to the minute, in the reader's own time. */
export const minute = (instant: string | null | undefined): string => (instant ? new Date(instant).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' }) : '—');

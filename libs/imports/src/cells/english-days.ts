const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]*([a-z]{3,9})[-\s.,]*(\d{4}|\d{2})$/i;
const MONTH_FIRST = /^([a-z]{3,9})[-\s.]*(\d{1,2})(?:st|nd|rd|th)?[-\s.,]+(\d{4})$/i;
const MONTH_ONLY = /^([a-z]{3,9})[-\s.,]*(\d{4}|\d{2})$/i;

const written = (year: string, month: string, day: string | undefined): string | null => {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const full = year.length === 2 ? `20${year}` : year;
  return at < 0 ? null : `${full}-${at + 1}${day === undefined ? '' : `-${day}`}`;
};

/** A date with an English month in figures: 5-Sep-24 → 2024-9-5, Mar 5, 2024 → 2024-3-5, Sep-24 → 2024-9. Any other text stays as it is. */
export const inFigures = (text: string): string => {
  const [, day, month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined) return written(year, month, day) ?? text;
  const [, name, date, full = ''] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined) return written(full, name, date) ?? text;
  const [, alone, of = ''] = MONTH_ONLY.exec(text) ?? [];
  return alone === undefined ? text : (written(of, alone, undefined) ?? text);
};

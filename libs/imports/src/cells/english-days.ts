const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SHAPES = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s.]*(?<month>[a-z]{3,9})[-\s.,]*(?<year>\d{4}|\d{2})$/i, // 5-Sep-24
  /^(?<month>[a-z]{3,9})[-\s.]*(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s.,]+(?<year>\d{4})$/i, // Mar 5, 2024
  /^(?<month>[a-z]{3,9})[-\s.,]*(?<year>\d{4}|\d{2})$/i, // Sep-24
];

const written = ({ day, month = '', year = '' }: Readonly<Record<string, string | undefined>>): string | null => {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const full = year.length === 2 ? `20${year}` : year;
  return at < 0 ? null : `${full}-${at + 1}${day === undefined ? '' : `-${day}`}`;
};

/** A date with an English month in figures: 5-Sep-24 → 2024-9-5, Mar 5, 2024 → 2024-3-5, Sep-24 → 2024-9. Any other text stays as it is. */
export const inFigures = (text: string): string => {
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.groups;
    if (found !== undefined) return written(found) ?? text;
  }
  return text;
};

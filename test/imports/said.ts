import { inUnit } from '#domain';
import type { LedgerRow } from '../../libs/imports/src/rows/ledger-row.ts';
import { linesOf } from './lines.ts';
import { ledgerOf } from './outcome.ts';

/** What a row tells, each in a word or two: fields, then what is kept under its header (+), then what was found, and at which cell (!). */
export const saidBy = ({ text, days, money, tags, months, extra, findings }: LedgerRow): readonly string[] => [
  ...Object.entries(text).map(([field, value]) => `${field} ${value}`),
  ...Object.entries(days).map(([field, { date, month }]) => `${field} ${month ? date.slice(0, 7) : date}`),
  ...Object.entries(money).map(([field, value]) => `${field} ${inUnit(value, '万元')} ${value.currency}`),
  ...tags.map((tag) => `#${tag}`),
  ...months.map(({ money: value, day, origin }) =>
    `${day.date} ${inUnit(value, '万元')} ${value.currency} ${origin ?? ''}`.trim(),
  ),
  ...Object.entries(extra).map(([header, value]) => `+${header} ${value}`),
  ...findings.map(({ code, cell }) => `!${code} ${cell ?? '—'}`),
];

/** What the rows of a sheet of these lines tell. */
export const rowsSaid = async (name: string, ...lines: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const ledger = await ledgerOf({ [name]: linesOf(...lines) });
  try {
    return Array.from({ length: ledger.length }, (_, place) => saidBy(ledger.at(place)));
  } finally {
    ledger.close();
  }
};

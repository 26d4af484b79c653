import { createHash } from 'node:crypto';
import { lastDayOf, type Snapshot } from '#domain';
import { canonical } from '#event-store';
import { indicators, type Indicators } from '../numbers/indicators.ts';
import type { Office } from '../office.ts';
import { OPERATOR } from '../operator.ts';

/** The values of a table alone, as they are hashed: targets, ranks and last year's figures are no facts of the month. */
const valuesOf = ({ rows, total }: Indicators): object => {
  const values = (figures: Indicators['total']['figures']) =>
    Object.fromEntries(Object.entries(figures).map(([metric, figure]) => [metric, figure?.value ?? null]));
  return { rows: rows.map(({ key, figures }) => ({ key, values: values(figures) })), total: values(total.figures) };
};

/** The table of a month as it stands now, with every metric of the bureau's definition. */
export const monthTable = (office: Office, month: string): Promise<Indicators> =>
  indicators(office, OPERATOR, { period: month, asOf: lastDayOf(month) });

/** Where the figures of a month stand, and a hash of them all. The same facts give the same hash for ever. */
export const snapshotOf = (month: string, table: Indicators): Snapshot => {
  const { definition, position, asOf } = table;
  const hash = createHash('sha256').update(canonical({ month, asOf, definition, values: valuesOf(table) }));
  const metrics = Object.keys(table.total.figures);
  return { position: String(position), asOf, definition, metrics, hash: hash.digest('hex') };
};

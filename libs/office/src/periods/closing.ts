import { rejectPeriod, whyNotClosable } from '#domain';
import { unitsTold, type UnitNames } from '#projections';
import type { Figures } from '../numbers/figure-table.ts';
import { figuresAsked } from '../numbers/question.ts';
import type { Office } from '../office.ts';
import { OPERATOR } from '../operator.ts';
import { periodsOf } from './restatement.ts';
import { monthTable, snapshotOf } from './snapshot.ts';

/** What closing a month now would fix. `silent`: units with live projects of which nothing of the month is known: ask them first. */
interface Closing {
  readonly month: string;
  readonly asOf: string;
  readonly position: number;
  readonly hash: string;
  readonly definition: { readonly name: string; readonly version: number };
  readonly figures: Figures;
  readonly silent: readonly { readonly code: string | null; readonly name: string }[];
}

type Told = Awaited<ReturnType<typeof unitsTold>>;

/** A unit may be written by its code and by its names: it has reported where anything is known of it under any of them. */
const silentOf = (told: Told, names: UnitNames): Closing['silent'] => {
  const units = new Map<string, { readonly unit: Closing['silent'][number]; told: boolean }>();
  for (const { unit: written, told: mine } of told) {
    const unit = names.unitOf(written) ?? { code: null, name: written };
    const key = unit.code ?? unit.name;
    units.set(key, { unit, told: mine || (units.get(key)?.told ?? false) });
  }
  return [...units.values()].flatMap(({ unit, told: heard }) => (heard ? [] : [unit]));
};

/** What would be closed of a month, before it is. Throws Rejected 'period-not-over' and 'period-closed-already'. */
export const closingOf = async (office: Office, month: string): Promise<Closing> => {
  const why = whyNotClosable(await periodsOf(office.store), month, office.today());
  if (why !== null) rejectPeriod(why);
  const table = await monthTable(office, month);
  const { asOf, position, hash, definition } = snapshotOf(month, table);
  const { names, question } = await figuresAsked(office, OPERATOR, { period: month, asOf }, null);
  const silent = silentOf(await unitsTold(office.pool, question.period), names);
  return { month, asOf, position: Number(position), hash, definition, figures: table.total.figures, silent };
};

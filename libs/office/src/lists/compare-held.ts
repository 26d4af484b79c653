import type { IsoDate } from '#domain';
import type { ListTotals } from '#projections';
import type { Asking } from '../ask.ts';
import { instantPosition } from '../projects/instant.ts';
import type { CompareQuery, Comparison, Named } from './comparison.ts';
import { HELD, heldRows, type HeldRow } from './held-rows.ts';

const totals = (total: number): ListTotals => ({
  total,
  sums: { contracted: [] },
  colours: { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 },
});

const lineOf = ({ importId, sheet, row }: HeldRow): string => JSON.stringify([importId, sheet, row]);
const named = ({ code, name }: HeldRow): Named => ({ id: null, code, name });

/** Held lines have no business day but that on which they were read: those that waited at the end of each day. Only who sees everything sees them. */
export const compareHeld = async ({ office, scope }: Asking, asked: CompareQuery): Promise<Comparison> => {
  const { store } = office;
  const known = await instantPosition(store, asked.asKnown);
  const waitingOn = async (day: IsoDate): Promise<readonly HeldRow[]> => {
    const end = await store.positionAt(new Date(`${day}T23:59:59.999+08:00`).toISOString());
    return scope.all ? heldRows(store, known !== null && known < end ? known : end) : [];
  };
  const [before, after] = [await waitingOn(asked.from), await waitingOn(asked.to)];
  const beyond = (some: readonly HeldRow[], others: readonly HeldRow[]): readonly Named[] => {
    const lines = new Set(others.map(lineOf));
    return some.filter((one) => !lines.has(lineOf(one))).map(named);
  };
  const entered = beyond(after, before);
  const left = beyond(before, after).map((project) => ({ project, because: { phase: null, event: null } }));
  return {
    list: HELD.name,
    from: asked.from,
    to: asked.to,
    asKnown: asked.asKnown ?? office.now().toISOString(),
    entered,
    left,
    changed: [],
    counts: { entered: entered.length, left: left.length, touched: 0 },
    totals: { from: totals(before.length), to: totals(after.length) },
  };
};

import { numbers } from '../judge/numbers.ts';
import { places } from '../judge/places.ts';
import { spill } from '../files/spill.ts';
import type { Stored } from './stored.ts';

/** Which rows tell of which project, by numbers only: a project's rows in the order in which they were understood. */
export interface Plans {
  readonly length: () => number;
  /** The plan of a row; null where the row tells of none. */
  readonly of: (place: number) => number | null;
  /** The plan of a project: of one that is stored already the one begun before, if any. `main` is the row of its own, null where only other sheets tell of it. */
  readonly begin: (main: number | null, stored: Stored | null) => number;
  readonly join: (plan: number, place: number) => void;
  readonly main: (plan: number) => number | null;
  readonly stored: (plan: number) => Stored | null;
  readonly rows: (plan: number) => readonly number[];
  readonly close: () => void;
}

export const plansOf = (): Plans => {
  const [first, last, mains, storedAt] = [numbers(-1), numbers(-1), numbers(-1), numbers(-1)]; // by plan
  const [planOf, next] = [numbers(-1), numbers(-1)]; // by place
  const known = spill<Stored>();
  const byId = places();
  const orNull = (value: number): number | null => (value < 0 ? null : value);
  const stored = (plan: number): Stored | null => (storedAt.at(plan) < 0 ? null : known.at(storedAt.at(plan)));
  return {
    length: mains.length,
    of: (place) => orNull(planOf.at(place)),
    begin: (main, found) => {
      const begun = found === null ? undefined : byId.of(found.id).find((plan) => stored(plan)?.id === found.id);
      if (begun !== undefined) return begun;
      const plan = mains.length();
      mains.push(main ?? -1);
      if (found !== null) {
        storedAt.set(plan, known.length());
        known.push(found);
        byId.add(found.id, plan);
      }
      return plan;
    },
    join: (plan, place) => {
      planOf.set(place, plan);
      if (last.at(plan) < 0) first.set(plan, place);
      else next.set(last.at(plan), place);
      last.set(plan, place);
    },
    main: (plan) => orNull(mains.at(plan)),
    stored,
    rows: (plan) => {
      const rows: number[] = [];
      for (let place = first.at(plan); place >= 0; place = next.at(place)) rows.push(place);
      return rows;
    },
    close: known.close,
  };
};

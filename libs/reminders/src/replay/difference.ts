import type { ClockName, IsoDate, Sentence } from '#domain';
import type { NamedProject } from './lived.ts';
import type { Told, ToldApart } from './told.ts';

/** An order, an issue or a meeting, as a reader finds it. */
interface NamedMatter {
  readonly kind: string;
  readonly id: string;
  readonly number: string | null;
  readonly title: Sentence;
}

/**
 * Something that would be otherwise under other rules. `before` and `after` are a colour, the name of a list or null, a due day or null (no such
 * clock, or an open-ended pause), or a notice. `on`: its first day; `until`: its last, null where it outlasts the days asked about, and for notices.
 * Where it is a notice of an order, an issue or a meeting, `matter` says of which; its project may be none.
 */
export interface Difference {
  readonly project: NamedProject | null;
  readonly matter: NamedMatter | null;
  readonly what: 'colour' | 'notice' | 'list' | 'due';
  readonly clock: ClockName | null; // of the notice, of the deadline, or that decides the worse colour on its first day
  readonly before: string | Told | null;
  readonly after: string | Told | null;
  readonly on: IsoDate;
  readonly until: IsoDate | null;
}

/** A notice that would come otherwise, on its day before the change where that lies within [from, to]. */
export const noticeDifference = (
  { clock, before, after }: ToldApart,
  about: Pick<Difference, 'project' | 'matter'>,
  from: IsoDate,
  to: IsoDate,
): Difference => ({
  ...about,
  what: 'notice',
  clock,
  before,
  after,
  on: before !== null && before.on >= from && before.on <= to ? before.on : (after?.on ?? before!.on),
  until: null,
});

export const byDay = (differences: readonly Difference[]): readonly Difference[] =>
  [...differences].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

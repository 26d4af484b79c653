import type { Calendar } from '../calendar/calendar.ts';
import { daysLateOn, runClocks, type Clock } from '../clocks/index.ts';
import type { IsoDate } from '../dates.ts';
import type { NoMatter } from '../matter.ts';
import type { Policy } from '../policy/policy.ts';
import type { Placed } from '../project/corrections.ts';
import type { KnownProject } from '../project/state.ts';
import type { Sentence } from '../rejected.ts';
import type { AddedItem, Checklist } from './checklist.ts';
import { DERIVED_ITEMS, type DerivedItem, type DoneBy, type ItemFacts } from './derived-items.ts';
import { milestoneOf } from './milestones.ts';

/** One line of a project's checklist 督办清单. */
export interface ChecklistItem {
  readonly key: string;
  readonly text: Sentence;
  readonly state: 'done' | 'open' | 'late' | 'not-due' | 'reported'; // not-due: its turn has not come; reported: waits to be verified
  readonly doneBy: DoneBy | null;
  readonly due: IsoDate | null; // null where nothing sets a day, while a pause without an end runs, and once it is done
  readonly owner: string | null;
}

const ownerOf = ({ owner }: KnownProject): string | null => owner.steward?.name ?? owner.unit;

const derived = (item: DerivedItem, facts: ItemFacts, policy: Policy, today: IsoDate): readonly ChecklistItem[] => {
  const { project, clocks } = facts;
  const done = item.done(facts);
  const line = { key: item.key, text: item.text(policy), owner: ownerOf(project) };
  if (done !== null) return [{ ...line, state: 'done', doneBy: done === 'unplaced' ? null : done, due: null }];
  if (project.end !== null || item.past(project)) return [];
  if (!item.turn(project)) return [{ ...line, state: 'not-due', doneBy: null, due: null }];
  const running = clocks.filter(({ clock, stopped }) => stopped === null && item.clocks.includes(clock));
  const due = running.reduce<IsoDate | null>(
    (first, clock) => (clock.due !== null && (first === null || clock.due < first) ? clock.due : first),
    null,
  );
  return [{ ...line, state: running.some((clock) => late(clock, today)) ? 'late' : 'open', doneBy: null, due }];
};
const late = (clock: Clock, today: IsoDate): boolean => (daysLateOn(clock, today) ?? 0) > 0; // the same answer that colours the project

/** Milestones that the bureau has beside the usual ones: known only once they are completed. */
const ownMilestones = (project: KnownProject): readonly ChecklistItem[] =>
  Object.entries(project.milestones)
    .filter(([name]) => milestoneOf(name) === null)
    .map(([name, { on, version }]) => ({
      key: `milestone-${name}`,
      text: { zh: name, en: name },
      state: 'done',
      doneBy: { event: 'MilestoneCompleted', version, on },
      due: null,
      owner: ownerOf(project),
    }));

const LAST_MILESTONE = DERIVED_ITEMS.findLastIndex(({ key }) => key.startsWith('milestone-'));

/** What the project's own events tell, in the order of the lifecycle. The project must be as known on `today`. */
const itemsOf = (
  project: KnownProject,
  policy: Policy,
  calendar: Calendar,
  today: IsoDate,
  history: readonly Placed[] = [],
): readonly ChecklistItem[] => {
  const facts = { project, clocks: runClocks(project, policy, calendar), history };
  const lines = (items: readonly DerivedItem[]): readonly ChecklistItem[] =>
    items.flatMap((item) => derived(item, facts, policy, today));
  return [
    ...lines(DERIVED_ITEMS.slice(0, LAST_MILESTONE + 1)),
    ...ownMilestones(project),
    ...lines(DERIVED_ITEMS.slice(LAST_MILESTONE + 1)),
  ];
};

const added = (
  { key, text, state, due, owner, verification }: AddedItem,
  project: KnownProject,
  today: IsoDate,
): ChecklistItem => ({
  key,
  text: { zh: text, en: text },
  owner: owner ?? ownerOf(project),
  ...(state === 'verified' && verification !== null
    ? {
        state: 'done',
        doneBy: { event: 'ChecklistItemVerified', version: verification.version, on: verification.on },
        due: null,
      }
    : { state: state === 'reported' ? 'reported' : due !== null && due < today ? 'late' : 'open', doneBy: null, due }),
});

/**
 * A project's whole checklist: what its events tell, then what people added. Without `history`, the filing of the contract and the planned start
 * are done without their event: the project remembers no version of them. An ended project owes nothing more: only what was done is listed.
 */
export const checklistOf = (
  project: KnownProject,
  policy: Policy,
  calendar: Calendar,
  today: IsoDate,
  manual: Checklist | NoMatter,
  history: readonly Placed[] = [],
): readonly ChecklistItem[] => [
  ...itemsOf(project, policy, calendar, today, history),
  ...(manual.state === 'none' ? [] : manual.items)
    .filter(({ state }) => project.end === null || state === 'verified')
    .map((item) => added(item, project, today)),
];

import {
  CLOCK_NAMES,
  PROJECT_STREAMS,
  projectIdOf,
  projectStream,
  type IsoDate,
  type KnownProject,
  type ProjectEvent,
  type Reason,
  type RecordedEvent,
  type Rules,
} from '#domain';
import {
  ledgerFoldedTo,
  holderIn,
  keyOf,
  MATTERS_OWING,
  owed,
  settledIn,
  type HolderOf,
  type Outcome,
  type Owed,
  type Reminder,
} from '#reminders';
import type { Office } from '../office.ts';

/** A notice that the policy owes, and what became of it. */
type NoticeOwed = Pick<Owed, 'clock' | 'rung' | 'recurrence' | 'on' | 'sendOn' | 'to' | 'outcome'> & {
  readonly why: Reason | null;
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
};

interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly project: string | null; // id; null: all
}

const nameOf = (history: readonly RecordedEvent[]): { code: string; name: string } => {
  const { code, title } = history[0]!.event.data as Pick<KnownProject, 'code' | 'title'>;
  const renamed = history.findLast(({ event }) => event.type === 'ProjectRenamed')?.event as
    Extract<ProjectEvent, { type: 'ProjectRenamed' }> | undefined;
  return { code, name: renamed?.data.to ?? title };
};

const outcomeOf = ({ state, acknowledgedBy }: Reminder): Outcome => {
  if (state === 'waiting') return 'expected';
  return state === 'sent' && acknowledgedBy.length > 0 ? 'acknowledged' : state;
};

const settled = (one: Reminder, project: NoticeOwed['project']): NoticeOwed => ({
  project,
  clock: one.clock,
  rung: one.rung,
  recurrence: one.recurrence,
  on: one.on,
  sendOn: one.sendAt.slice(0, 10) as IsoDate,
  to: one.to,
  outcome: outcomeOf(one),
  why: one.why,
});

/** What a project's history owes in the window, with the outcome that the ledger has for it; what it has is taken out of the ledger. */
const ofProject = (
  history: readonly RecordedEvent[],
  project: NoticeOwed['project'],
  ledger: Map<string, Reminder>,
  { from, to, rules, holder }: Window & { readonly rules: Rules; readonly holder: HolderOf },
): readonly NoticeOwed[] =>
  owed(history, rules, from, to, holder).map((one) => {
    const { clock, policyVersion, rung, recurrence, on, sendOn, outcome, why } = one;
    const key = keyOf({ subject: history[0]!.stream, clock, policyVersion, rung, recurrence });
    const done = ledger.get(key);
    ledger.delete(key);
    const told = done === undefined || done.to.length === 0 ? one.to : done.to;
    const became = done === undefined ? { outcome, why } : { outcome: outcomeOf(done), why: done.why };
    return { project, clock, rung, recurrence, on, sendOn, to: told, ...became };
  });

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);
const byDay = (a: NoticeOwed, b: NoticeOwed): number =>
  order(a.on, b.on) ||
  order(a.project.code, b.project.code) ||
  CLOCK_NAMES.indexOf(a.clock) - CLOCK_NAMES.indexOf(b.clock);

/** Every notice owed with its day in the window, past windows too, computed from the events, with its recorded outcome where there is one; one pass over the projects. */
export const noticesOwed = async (office: Office, window: Window): Promise<readonly NoticeOwed[]> => {
  const { store, pool } = office;
  const { from, to, project: only } = window;
  const rules = await office.rules();
  const holder = holderIn((await office.organisation.current()).tree);
  let ledger = new Map<string, Reminder>();
  if ((await ledgerFoldedTo(pool)) > 0n) {
    await office.reminders.catchUp();
    ledger = await settledIn(pool, from, to, only);
  }
  const names = new Map<string, NoticeOwed['project']>();
  const rows: NoticeOwed[] = [];
  const take = (history: readonly RecordedEvent[]): void => {
    const project = { id: projectIdOf(history[0]!.stream), ...nameOf(history) };
    names.set(project.id, project);
    rows.push(...ofProject(history, project, ledger, { ...window, rules, holder }));
  };
  if (only === null) for await (const history of store.readByStream(PROJECT_STREAMS, await store.head())) take(history);
  else take(await store.readStream(projectStream(only)));

  const about = (one: Reminder) =>
    names.get(one.project ?? '') ?? { id: one.project ?? one.subject, code: '', name: '' };
  const isAsked = (one: Reminder): boolean =>
    !ledger.has(one.key) && one.on >= from && one.on <= to && (only === null || one.project === only);
  for (const [kind, owing] of Object.entries(MATTERS_OWING))
    for await (const history of store.readByStream(`${kind}-`, await store.head()))
      rows.push(
        ...owing(history, rules)
          .filter(isAsked)
          .map((one) => settled(one, about(one))),
      );
  // Sent, and no longer owed by what is known today.
  rows.push(...[...ledger.values()].map((one) => settled(one, about(one))));
  return rows.sort(byDay);
};

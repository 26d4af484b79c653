import {
  CLOCK_NAMES,
  PROJECT_STREAMS,
  projectIdOf,
  projectStream,
  reasonWords,
  type IsoDate,
  type KnownProject,
  type ProjectEvent,
  type Reason,
  type RecordedEvent,
} from '#domain';
import {
  holderIn,
  keyOf,
  MATTERS_OWING,
  owed,
  readReminder,
  REMINDER_COLUMNS,
  type Outcome,
  type Owed,
  type Reminder,
  type ReminderRow,
} from '#reminders';
import { projectNamed, upToDate } from '../installation.ts';
import type { OpenOffice } from '#office';
import { answer, table, type Options } from '../output.ts';
import { dayOption, Usage } from '../time.ts';

export interface RemindersOptions {
  readonly from: string;
  readonly to: string;
  readonly project?: string;
}

type Line = Pick<Owed, 'clock' | 'rung' | 'recurrence' | 'on' | 'sendOn' | 'to' | 'outcome'> & {
  readonly why: string | null;
  readonly reason: Reason | null;
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
};

const nameOf = (history: readonly RecordedEvent[]): { code: string; name: string } => {
  const { code, title } = history[0]!.event.data as Pick<KnownProject, 'code' | 'title'>;
  const renamed = history.findLast(({ event }) => event.type === 'ProjectRenamed')?.event as
    Extract<ProjectEvent, { type: 'ProjectRenamed' }> | undefined;
  return { code, name: renamed?.data.to ?? title };
};

const outcomeOf = ({ state, acknowledgedBy }: Reminder): Outcome =>
  state === 'waiting' ? 'expected' : state === 'sent' && acknowledgedBy.length > 0 ? 'acknowledged' : state;

/** Recorded outcomes of the window, by key. Where no worker has run nothing was sent, and the ledger need not be folded to say so. */
const recorded = async (
  office: OpenOffice,
  from: IsoDate,
  to: IsoDate,
  project: string | null,
): Promise<Map<string, Reminder>> => {
  const { pool } = office;
  const {
    rows: [at],
  } = await pool.query<{ position: string }>('select position from reminder_checkpoint');
  if (at!.position === '0') return new Map();
  await office.reminders.catchUp();
  const { rows } = await pool.query<ReminderRow>(
    `select ${REMINDER_COLUMNS} from reminder where on_day between $1 and $2 and ($3::text is null or project = $3) and state <> 'waiting'`,
    [from, to, project],
  );
  return new Map(rows.map((row) => [row.key, readReminder(row)]));
};

/** A reason as a sentence in the asker's language, and as it is recorded. */
const said = (reason: Reason | null, { lang }: Options): Pick<Line, 'why' | 'reason'> => ({
  why: reason === null ? null : reasonWords(reason)[lang],
  reason,
});

const byDay = (a: Line, b: Line): number =>
  a.on < b.on
    ? -1
    : a.on > b.on
      ? 1
      : a.project.code < b.project.code
        ? -1
        : a.project.code > b.project.code
          ? 1
          : CLOCK_NAMES.indexOf(a.clock) - CLOCK_NAMES.indexOf(b.clock);

/** Every notice owed with its day in the window, past windows too, computed from the events, with its recorded outcome where there is one; one pass over the projects. */
export const reminders = async (office: OpenOffice, asked: RemindersOptions, options: Options): Promise<void> => {
  const [from, to] = [dayOption(asked.from), dayOption(asked.to)];
  if (to < from) throw new Usage('--to lies before --from');
  const { store } = office;
  const rules = await office.rules();
  const holder = holderIn((await office.organisation.current()).tree);
  await upToDate(office);
  const only = asked.project === undefined ? null : (await projectNamed(office, asked.project)).id;
  const ledger = await recorded(office, from, to, only);
  const names = new Map<string, Line['project']>();
  const rows: Line[] = [];
  const take = (history: readonly RecordedEvent[]): void => {
    const subject = history[0]!.stream;
    const project = { id: projectIdOf(subject), ...nameOf(history) };
    names.set(project.id, project);
    for (const { policyVersion, clock, rung, recurrence, on, sendOn, to: told, outcome, why } of owed(
      history,
      rules,
      from,
      to,
      holder,
    )) {
      const key = keyOf({ subject, clock, policyVersion, rung, recurrence });
      const done = ledger.get(key);
      ledger.delete(key);
      rows.push({
        project,
        clock,
        rung,
        recurrence,
        on,
        sendOn,
        to: done === undefined ? told : done.to.length > 0 ? done.to : told,
        outcome: done === undefined ? outcome : outcomeOf(done),
        ...said(done === undefined ? why : done.why, options),
      });
    }
  };
  if (only === null) for await (const history of store.readByStream(PROJECT_STREAMS, await store.head())) take(history);
  else take(await store.readStream(projectStream(only)));
  const push = (one: Reminder): void => {
    rows.push({
      project: names.get(one.project ?? '') ?? { id: one.project ?? one.subject, code: '', name: '' },
      clock: one.clock,
      rung: one.rung,
      recurrence: one.recurrence,
      on: one.on,
      sendOn: one.sendAt.slice(0, 10) as IsoDate,
      to: one.to,
      outcome: outcomeOf(one),
      ...said(one.why, options),
    });
  };
  for (const [kind, owing] of Object.entries(MATTERS_OWING))
    for await (const history of store.readByStream(`${kind}-`, await store.head()))
      for (const one of owing(history, rules))
        if (!ledger.has(one.key) && one.on >= from && one.on <= to && (only === null || one.project === only))
          push(one);
  for (const one of ledger.values()) push(one); // sent, and no longer owed by what is known today
  const document = { from, to, policyVersion: rules.policyOn(to).version, rows: rows.sort(byDay) };
  if (options.json) answer(document);
  else
    process.stdout.write(
      `${table(document.rows.map((row) => [row.on, row.project.code, row.project.name, row.clock, `${row.rung} ${row.recurrence}`, row.to.map(({ person, unit, role }) => person ?? unit ?? role).join('、'), row.outcome, row.why ?? '']))}\n`,
    );
};

import { dayInShanghai, type RecordedEvent, type Rules } from '#domain';
import { NOTHING_ASIDE, reasonOf, type AsideChange, type EventStore, type SetAside } from '#event-store';
import { MATTERS_OWING } from '../owed/matter-reminders.ts';
import type { HolderOf } from '../owed/addressees.ts';
import { reconciled, remindersOf, type Reminder } from '../owed/reminder.ts';
import type { ReminderLedger } from './ledger.ts';
import type { Reckoned } from './reckoned.ts';

/** What a fold of the log into the ledger looks at beside the facts. */
export interface FoldTools {
  readonly store: EventStore;
  readonly ledger: ReminderLedger;
  readonly rules: () => Promise<Rules>;
  readonly holder: () => Promise<HolderOf>;
  readonly now: () => Date;
  /** Called after each page and each batch with the milliseconds it took: a worker rests here beside requests, and ends here (by throwing) when it is to stop. */
  readonly pace?: (worked: number) => Promise<void>;
}

const AT_A_STRETCH = 4; // subjects: some milliseconds each

/** Whose clocks owe reminders: by the beginning of the stream's name. */
const OWING: Readonly<
  Record<string, (history: readonly RecordedEvent[], rules: Rules, holder: HolderOf) => readonly Reminder[]>
> = { project: remindersOf, ...MATTERS_OWING };
const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** What the subjects of a page owe now, against the rows that the ledger has of them. */
interface OwedNow {
  readonly before: readonly Reminder[];
  readonly write: readonly Reminder[];
  readonly drop: readonly string[];
  readonly aside: AsideChange;
  readonly reckoned: Reckoned; // with those of this page
}

const WRITABLE = /^(?!0000)\d{4}-/; // a day or an instant that a table holds

/** What a subject owes. Throws where its facts cannot be folded, or owe something on a day that no calendar has. */
const owedBy = (history: readonly RecordedEvent[], rules: Rules, holder: HolderOf): readonly Reminder[] => {
  const reminders = OWING[kindOf(history[0]!.stream)]!(history, rules, holder);
  const odd = reminders.find(({ on, sendAt }) => !WRITABLE.test(on) || !WRITABLE.test(sendAt));
  if (odd !== undefined) throw new RangeError(`${odd.clock} ${odd.rung} falls on ${odd.on}`);
  return reminders;
};

/**
 * Facts of subjects whose clocks owe reminders; those that were reckoned with these facts owe what they owed. One whose facts cannot be folded is set aside: the others are told.
 */
export const owedNow = async (
  { store, ledger, holder, now }: FoldTools,
  streams: ReadonlyMap<string, readonly RecordedEvent[]>,
  rules: Rules,
  reckoned: Reckoned = new Map(),
): Promise<OwedNow> => {
  const isNew = (stream: string): boolean => streams.get(stream)!.at(-1)!.version > (reckoned.get(stream) ?? 0);
  const subjects = [...streams.keys()].filter((stream) => kindOf(stream) in OWING && isNew(stream));
  if (subjects.length === 0) return { before: [], write: [], drop: [], aside: NOTHING_ASIDE, reckoned };
  // A stream that begins on this page need not be read again: what follows on later pages is folded with them.
  const historyOf = async (subject: string): Promise<readonly RecordedEvent[]> => {
    const own = streams.get(subject)!;
    return own[0]!.version === 1 ? own : store.readStream(subject);
  };
  const [held, histories, before] = await Promise.all([
    holder(),
    Promise.all(subjects.map(historyOf)),
    ledger.rowsOf(subjects),
  ]);
  const bySubject = new Map<string, Reminder[]>(subjects.map((subject) => [subject, []]));
  for (const row of before) bySubject.get(row.subject)!.push(row);
  const today = dayInShanghai(now().toISOString());
  const [write, drop, add, back]: [Reminder[], string[], SetAside[], string[]] = [[], [], [], []];
  for (const [index, stream] of subjects.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1)
      await new Promise((turn) => {
        setImmediate(turn);
      }); // others wait for this thread
    const history = histories[index]!;
    try {
      const change = reconciled(bySubject.get(stream)!, owedBy(history, rules, held), today);
      write.push(...change.write);
      drop.push(...change.drop);
      back.push(stream);
    } catch (error) {
      const { position, version } = history.at(-1)!;
      add.push({ reader: 'reminders', stream, position, version, reason: reasonOf(error) });
    }
  }
  const looked = subjects.map((stream, index) => [stream, histories[index]!.at(-1)!.version] as const);
  return { before, write, drop, aside: { add, back }, reckoned: new Map([...reckoned, ...looked]) };
};

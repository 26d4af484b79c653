import type { IsoDate } from './dates.ts';
import type { Actor, DomainEvent, Evidence } from './event.ts';
import { NewerFact } from './newer.ts';
import { namedIn, type Named, type People, type Person } from './person.ts';
import type { Rules } from './policy/rules.ts';
import { Rejected, rejecting, type Sentence } from './rejected.ts';
import { madeOf } from './unreadable.ts';

/** What every command of a matter may say beside its own fields (class Occurrence). */
export interface MatterCommand {
  readonly type: string;
  readonly occurredOn?: IsoDate;
  readonly basis?: string;
  readonly note?: string;
  readonly evidence?: readonly Evidence[];
}

/** What a decision may look at beside the command and the matter. A date that it sets follows from the policy in force on the day of the fact. */
export interface Situation extends Pick<Rules, 'policyOn' | 'calendar'> {
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly openedBy?: string; // who recorded its first fact; absent before it
  readonly people: People; // who can be named by an id
  readonly standsFor: (unit: string | null) => boolean; // whether the actor answers for a unit: belongs to it or holds an office in it; for nobody's the supervision office does
  readonly standsInFor: (person: Person, unit: string | null) => boolean; // whether the actor is the deputy of somebody who is away today
}

/** A matter before its first event. */
export interface NoMatter {
  readonly state: 'none';
}

/** What lists of matters show and filter by. `due`: the day by which somebody must act next; null where nobody must. */
export interface MatterLine {
  readonly number: string | null;
  readonly title: Sentence;
  readonly project: string | null; // id
  readonly unit: string | null; // who must act, as written or its code
  readonly people: readonly Person[]; // who must act
  readonly state: string;
  readonly open: boolean;
  readonly due: IsoDate | null;
  readonly level: string | null;
}

type Typed<U extends { readonly type: string }, T extends U['type']> = Extract<U, { readonly type: T }>;
/** Methods, so that what one command asks stands in a table beside what the others do (the name chooses it). */
interface Deciding<C, K, E> {
  decide(command: C, known: K, on: IsoDate, situation: Situation): readonly E[];
  bar(known: K, situation: Situation): void;
}
type MatterDecision<C, K, E> = Deciding<C, K, E>['decide'];
type Bar<K> = Deciding<never, K, never>['bar'];

/** Who gives a command: who was told to act, who records facts, who decides, or the supervision office. */
type MatterHand = 'answer' | 'record-facts' | 'decide' | 'supervise';

/**
 * Something that is worked off from its opening to its close beside the projects: a supervision order, an issue, a meeting, a list, a checklist.
 * One stream each ("order-<id>"). The table `when` says in which state a command makes sense; the page offers exactly that.
 */
export interface Matter<
  Command extends MatterCommand,
  Event extends DomainEvent,
  Known extends { readonly state: string },
> {
  readonly name: string; // of the route and of the streams
  readonly title: Sentence;
  readonly states: Readonly<Record<Known['state'], Sentence>>;
  readonly commands: { readonly [T in Command['type']]: new () => Typed<Command, T> };
  readonly titles: Readonly<Record<Command['type'], Sentence>>;
  readonly needs: Readonly<Record<Command['type'], MatterHand>>;
  readonly when: Readonly<Record<Command['type'], readonly (Known['state'] | 'none')[]>>;
  readonly entailed?: readonly Command['type'][]; // nobody gives them by hand: they follow from something else
  /** What refuses a command to this person, on this day, whatever its form says: it is not offered then. */
  readonly barred?: { readonly [T in Command['type']]?: Bar<Known> };
  readonly decisions: { readonly [T in Command['type']]: MatterDecision<Typed<Command, T>, Known, Event> }; // `known` of a command that opens the matter must not be read
  // methods, so that whoever only carries a matter may carry any
  evolve(state: Known | NoMatter, event: Event): Known | NoMatter;
  line(known: Known): MatterLine;
}

/** Any matter, for those who only carry it: routes, the read model, the command bus. */
export type AnyMatter = Matter<MatterCommand, DomainEvent, { readonly state: string }>;

export const MATTER_REJECTIONS = {
  'matter-unknown': { zh: '没有这一事项。', en: 'There is no such matter.' },
  'matter-exists': { zh: '这一事项已经登记过。', en: 'This matter is already opened.' },
  'wrong-state': { zh: '在当前状态下不能办理此事项。', en: 'This cannot be done in the state the matter is in.' },
  'occurred-in-future': {
    zh: '发生日期不能晚于今天；将来的日期只能写在计划里。',
    en: 'A fact cannot be dated after today; future dates belong to plans.',
  },
  'person-unknown': {
    zh: '没有这个账号。未开通账号的人员请直接填写姓名。',
    en: 'Nobody has this account. Write the name of whoever has none.',
  },
} as const satisfies Record<string, Sentence>;
const refuse = rejecting(MATTER_REJECTIONS);

/** A step is not dated before the one that it follows, where there is one. */
export const inOrder =
  (tooEarly: () => never) =>
  (previous: IsoDate | null | undefined, on: IsoDate): void => {
    if (previous != null && on < previous) tooEarly();
  };

/** Who is named in `people` of a command: by id, or by a name that is nobody yet. */
export const receivers = (written: readonly string[], { people }: Pick<Situation, 'people'>): readonly Named[] =>
  written.map((one) => namedIn(people, one) ?? refuse('person-unknown', 'people'));

/** What a command does to a matter: its facts, none where nothing new is said, or a refusal. */
export const decideMatter = <C extends MatterCommand, E extends DomainEvent, K extends { readonly state: string }>(
  matter: Matter<C, E, K>,
  command: C,
  state: K | NoMatter,
  situation: Situation,
): readonly E[] => {
  const on = command.occurredOn ?? situation.today;
  if (on > situation.today) refuse('occurred-in-future', 'occurredOn');
  const type = command.type as C['type'];
  const allowed: readonly string[] = matter.when[type];
  if (!allowed.includes(state.state))
    return refuse(
      state.state === 'none' ? 'matter-unknown' : allowed.includes('none') ? 'matter-exists' : 'wrong-state',
    );
  matter.barred?.[type]?.(state as K, situation);
  const decide: MatterDecision<C, K, E> = matter.decisions[type];
  return decide(command, state as K, on, situation);
};

/** What the events make of a matter. Throws NewerFact and UnreadableFact. */
export const foldMatter = <E extends DomainEvent, K extends { readonly state: string }>(
  matter: Pick<Matter<MatterCommand, E, K>, 'evolve'>,
  events: readonly E[],
  from: K | NoMatter = { state: 'none' },
): K | NoMatter =>
  events.reduce<K | NoMatter>((state, event) => {
    const next = madeOf<K | NoMatter | undefined>(() => matter.evolve(state, event));
    if (next === undefined) throw new NewerFact(event.type);
    return next;
  }, from);

/** What can be done with a matter now. */
export const offeredFor = (matter: Pick<AnyMatter, 'when'>, state: string): readonly string[] =>
  Object.entries(matter.when)
    .filter(([, states]) => states.includes(state))
    .map(([type]) => type);

const isBarred = (
  matter: AnyMatter,
  type: string,
  known: { readonly state: string },
  situation: Situation,
): boolean => {
  try {
    (matter.barred as Readonly<Record<string, Bar<{ readonly state: string }>>> | undefined)?.[type]?.(
      known,
      situation,
    );
    return false;
  } catch (error) {
    if (error instanceof Rejected) return true;
    throw error;
  }
};

/** What of it this person can do now. */
export const offeredTo = (
  matter: AnyMatter,
  known: { readonly state: string },
  situation: Situation,
): readonly string[] => offeredFor(matter, known.state).filter((type) => !isBarred(matter, type, known, situation));

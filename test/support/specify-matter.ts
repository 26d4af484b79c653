import {
  DEFAULT_RULES,
  decideMatter,
  foldMatter,
  readCommand,
  type DomainEvent,
  type IsoDate,
  type Matter,
  type MatterCommand,
  type Situation,
} from '../../libs/domain/src/index.ts';

/** A command of a matter as a test gives it: its type, its body, on which day and by whom. */
type StepOf<Type> = readonly [type: Type, body: object, today: string, user?: string];

/** What a person may do on a day; nobody is known by an id, and everybody stands for every unit. */
const situationOn = (today: string, user = 'wang'): Situation => ({
  today: today as IsoDate,
  actor: { user, unit: null },
  people: new Map(),
  standsFor: () => true,
  standsInFor: () => false,
  ...DEFAULT_RULES,
});

/** Plays commands of one kind of matter: `play` answers the facts, `state` what they make of it. `at` says who can do what, where a test needs it. */
export const specifyMatter = <C extends MatterCommand, E extends DomainEvent, K extends { readonly state: string }>(
  matter: Matter<C, E, K>,
  at: (today: string, user?: string) => Situation = situationOn,
) => {
  const command = (type: C['type'], body: object = {}): C =>
    readCommand((matter.commands as Readonly<Record<string, new () => C>>)[type]!, body);
  const play = (steps: readonly StepOf<C['type']>[]): readonly E[] =>
    steps.reduce<readonly E[]>(
      (events, [type, body, today, user]) => [
        ...events,
        ...decideMatter(matter, command(type, body), foldMatter(matter, events), at(today, user)),
      ],
      [],
    );
  const state = (steps: readonly StepOf<C['type']>[]): K => foldMatter(matter, play(steps)) as K;
  return { at, command, play, state };
};

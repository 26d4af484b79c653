import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';

/** A history by what its facts say, as far as it was read: a command pays for the facts since the last one, not for the whole stream. */
interface Said {
  read: number;
  last: Placed;
  readonly facts: Map<number, Placed[]>; // by the mark of what they say
  readonly voids: Map<number, number[]>; // by the version of the fact that they take away, their own
}

const written = ({ type, occurredOn, data }: ProjectEvent): string => `${type} ${occurredOn} ${JSON.stringify(data)}`;

export const saysTheSame = (a: ProjectEvent, b: ProjectEvent): boolean => written(a) === written(b);

/** A number that texts alike have in common (FNV-1a). The texts themselves are not kept: they would double the memory of a stream. */
export const markOf = (text: string): number => {
  let mark = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193);
  return mark >>> 0;
};

/** A number that facts have in common which say the same. */
export const markOfFact = (fact: ProjectEvent): number => markOf(written(fact));

/** What was said of a project so far, as a decision asks for it. */
export interface Told {
  readonly version: number; // of the last fact; 0 where there is none
  /** Whether a fact may have been said: where this says no, it was not. */
  readonly mayHold: (fact: ProjectEvent) => boolean;
  /** All of it, in order of version: corrections and second persons look at it. */
  readonly facts: () => readonly Placed[];
}

export const toldIn = (history: readonly Placed[]): Told => ({
  version: history.at(-1)?.version ?? 0,
  mayHold: () => true,
  facts: () => history,
});

const readInto = (said: Said, event: Placed): void => {
  const mark = markOfFact(event);
  const alike = said.facts.get(mark);
  if (alike === undefined) said.facts.set(mark, [event]);
  else alike.push(event);
  if (event.type !== 'FactVoided') return;
  const { target } = event.data;
  said.voids.set(target, [...(said.voids.get(target) ?? []), event.version]);
};

/** A void that was itself voided takes nothing away; each is later than what it voids. */
const isVoided = (version: number, voids: Said['voids']): boolean =>
  (voids.get(version) ?? []).some((by) => by > version && !isVoided(by, voids));

const saidIn = new WeakMap<Placed, Said>(); // by the first fact of the history, which lives as long as the history

const saidOf = (history: readonly Placed[], first: Placed): Said => {
  let said = saidIn.get(first);
  if (said === undefined || history[said.read - 1] !== said.last) {
    said = { read: 0, last: first, facts: new Map(), voids: new Map() };
    saidIn.set(first, said);
  }
  for (const event of history.slice(said.read)) readInto(said, event);
  said.read = history.length;
  said.last = history.at(-1) ?? first;
  return said;
};

/** Whether the history holds just this fact, said on this day and not voided since. */
export const holdsFact = (history: readonly Placed[], fact: ProjectEvent): boolean => {
  const [first] = history;
  if (first === undefined) return false;
  const text = written(fact);
  const { facts, voids } = saidOf(history, first);
  return (facts.get(markOf(text)) ?? []).some((event) => !isVoided(event.version, voids) && written(event) === text);
};

/** The fact of a version. A whole history has each at its place. */
export const factAt = (history: readonly Placed[], version: number): Placed | undefined => {
  const there = history[version - 1];
  return there?.version === version ? there : history.find((event) => event.version === version);
};

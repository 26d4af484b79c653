import {
  addDays,
  evolve,
  fold,
  inBusinessOrder,
  NO_PROJECT,
  runningClocks,
  type Clock,
  type IsoDate,
  type KnownProject,
  type Placed,
  type Project,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';

export interface NamedProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Days from `from` up to `until` (not included) on which no fact changed the project. */
export interface Lived {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly project: KnownProject;
}

/** Lived days under one policy, with the clocks that run on them. */
export interface Counted extends Lived {
  readonly clocks: readonly Clock[];
}

export const PROJECTS = 'project-'; // streams of projects, by id

export const factsOf = (history: readonly RecordedEvent[]): readonly Placed[] =>
  history.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }));

/** The project as it is after all its facts; null where they make none. */
export const latestOf = (history: readonly RecordedEvent[]): KnownProject | null => {
  const project = fold(factsOf(history));
  return project.phase === 'none' ? null : project;
};

export const nameOf = (
  history: readonly RecordedEvent[],
  { code, title }: Pick<KnownProject, 'code' | 'title'>,
): NamedProject => ({ id: history[0]!.stream.slice(PROJECTS.length), code, name: title });

const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** The business days of a project in [from, to], cut where a fact changes it. A first record that is dated after other facts leads them all the same. */
export const lived = (history: readonly RecordedEvent[], from: IsoDate, to: IsoDate): readonly Lived[] => {
  const ordered = inBusinessOrder(factsOf(history));
  const end = addDays(to, 1);
  const found: Lived[] = [];
  let project: Project = NO_PROJECT;
  for (const [index, fact] of ordered.entries()) {
    const next = ordered[index + 1]?.occurredOn ?? end;
    project = evolve(project, fact);
    const since = index === 0 ? earlierOf(fact.occurredOn, next) : fact.occurredOn;
    if (since > to) break;
    const [begin, until] = [laterOf(since, from), earlierOf(next, end)];
    if (project.phase !== 'none' && begin < until) found.push({ from: begin, until, project });
  }
  return found;
};

/** The same days cut where another policy is in force as well, each stretch with its running clocks. */
export const counted = (days: readonly Lived[], rules: Rules): readonly Counted[] =>
  days.flatMap(({ from, until, project }): Counted[] => {
    const cuts = [
      from,
      ...new Set(rules.policies.map(({ validFrom }) => validFrom).filter((day) => day > from && day < until)),
      until,
    ];
    return cuts.slice(0, -1).map((begin, index) => ({
      from: begin,
      until: cuts[index + 1]!,
      project,
      clocks: runningClocks(project, rules.policyOn(begin), rules.calendar),
    }));
  });

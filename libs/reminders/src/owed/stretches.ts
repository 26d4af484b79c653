import {
  addDays,
  evolve,
  inBusinessOrder,
  NO_PROJECT,
  type IsoDate,
  type KnownProject,
  type Placed,
  type Project,
  type Rules,
} from '#domain';

/** Days on which neither the project nor the policy in force changes, with the project as it was on them. */
export interface Stretch {
  readonly from: IsoDate;
  readonly until: IsoDate; // not included
  readonly project: KnownProject;
  readonly byFact: boolean; // begins with a fact; otherwise with another policy
}

/** The stretches of a project's life up to `last`, by its facts as they stand corrected. */
export const stretches = (facts: readonly Placed[], last: IsoDate, { policies }: Rules): readonly Stretch[] => {
  const ordered = inBusinessOrder(facts);
  const found: Stretch[] = [];
  let project: Project = NO_PROJECT;
  for (const [index, fact] of ordered.entries()) {
    project = evolve(project, fact);
    const next = ordered[index + 1];
    const until = next === undefined || next.occurredOn > last ? addDays(last, 1) : next.occurredOn;
    if (project.phase !== 'none' && fact.occurredOn < until) {
      const cuts = [
        fact.occurredOn,
        ...policies.map(({ validFrom }) => validFrom).filter((day) => day > fact.occurredOn && day < until),
        until,
      ];
      for (const [at, from] of cuts.slice(0, -1).entries())
        found.push({ from, until: cuts[at + 1]!, project, byFact: at === 0 });
    }
    if (next !== undefined && next.occurredOn > last) break;
  }
  return found;
};

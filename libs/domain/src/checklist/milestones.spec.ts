import { e, recorded } from '../../../../test/support/project-facts.ts';
import { fold } from '../project/fold.ts';
import type { KnownProject } from '../project/state.ts';
import { completed, milestoneOf, PROJECT_MILESTONES } from './milestones.ts';

it('a milestone is known by any of its names, spaces around it aside', () => {
  for (const one of PROJECT_MILESTONES) for (const name of one.said) expect(milestoneOf(` ${name} `)).toBe(one);
  expect(['', '能评', '施工'].map(milestoneOf)).toEqual([null, null, null]);
});

it('a milestone that two names were used for was completed with the earlier', () => {
  const done = (...steps: readonly (readonly [name: string, on: string])[]) => {
    const facts = [recorded, ...steps.map(([milestone, on]) => e('MilestoneCompleted', on, { milestone }))];
    const project = fold(facts.map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject;
    return PROJECT_MILESTONES.map((one) => completed(project, one)?.version ?? null);
  };
  expect(done()).toEqual([null, null, null, null, null]);
  expect(done(['土地', '2025-05-02'], ['供地', '2025-05-01'], ['环评', '2025-06-01'])).toEqual([
    3,
    null,
    null,
    4,
    null,
  ]);
  expect(done(['供地', '2025-05-01'], ['土地', '2025-05-02'])).toEqual([2, null, null, null, null]);
  expect(done(['能评', '2025-05-01'])).toEqual([null, null, null, null, null]);
});

import {
  decide,
  fold,
  toldIn,
  type Circumstances,
  type Placed,
  type ProjectCommand,
  type ProjectEvent,
} from '../../libs/domain/src/index.ts';

export const TODAY = '2026-01-05' as Circumstances['today'];
const OPEN: Circumstances = {
  today: TODAY,
  closedMonths: new Set(),
  gates: { preReview: false, jointReview: false },
  people: new Map(),
};

/** given(past).when(command).then(events), or .rejected('rule-code'). */
export const given = (
  past: readonly (ProjectEvent & { readonly by?: string })[],
  circumstances: Partial<Circumstances> = {},
) => ({
  when: (command: ProjectCommand) => {
    const history = past.map((event, index): Placed => ({ ...event, version: index + 1 }));
    const run = () => decide(command, fold(history), { ...OPEN, ...circumstances }, toldIn(history));
    return {
      then: (expected: readonly ProjectEvent[]) => expect(run()).toEqual(expected),
      rejected: (code: string) => expect(run).toThrow(expect.objectContaining({ code })),
    };
  },
});

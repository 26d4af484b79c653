import { PHASE_WORDS, PHASES, type Phase, type Sentence } from '#domain';
import type { Caller } from '#identity';
import { longestStays, phaseStays, type LongestStay } from '#projections';
import type { Office } from '../office.ts';
import type { FiguresQuery } from './queries.ts';
import { figuresAsked, standing, type Standing } from './question.ts';

type Longest = Omit<LongestStay, 'phase'>;

/** Stays in one phase that ran within the period, in days. */
interface DwellRow {
  readonly phase: Phase;
  readonly label: Sentence;
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
  readonly stillThere: number;
  readonly longestStays: readonly Longest[];
}
export interface Dwell extends Standing {
  readonly rows: readonly DwellRow[];
}

const LONGEST_SHOWN = 5;

/** How long projects stay in each phase. What still runs on the day asked for counts up to that day: else the slowest would be left out. Throws as `figuresAsked`. */
export const dwell = async (office: Office, caller: Caller, query: FiguresQuery): Promise<Dwell> => {
  const asked = await figuresAsked(office, caller, query, null);
  const [stays, longest] = await Promise.all([
    phaseStays(office.pool, asked.question),
    longestStays(office.pool, asked.question, LONGEST_SHOWN),
  ]);
  return {
    ...standing(asked),
    rows: PHASES.flatMap((phase): DwellRow[] => {
      const found = stays.find((one) => one.phase === phase);
      if (found === undefined) return [];
      const mine = longest.filter((one) => one.phase === phase).map(({ phase: _phase, ...one }): Longest => one);
      return [{ ...found, label: PHASE_WORDS[phase], longestStays: mine }];
    }),
  };
};

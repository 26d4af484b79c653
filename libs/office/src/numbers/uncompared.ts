import type { Formula } from '#domain';
import type { FigureQuestion } from '#projections';
import type { Office } from '../office.ts';
import { totalOf } from './figure-table.ts';
import { partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';

/** A metric and what it is computed by. */
interface Named {
  readonly metric: string;
  readonly formula: Formula;
}

/** What filters by amount leave out because no rate tells it in 元: how many of each metric, named beside the figures. */
export const uncomparedNotes = async (
  office: Office,
  metrics: readonly Named[],
  question: FigureQuestion,
): Promise<readonly string[]> => {
  const asked = metrics.flatMap(({ metric, formula }) =>
    partsOf(formula)
      .filter(({ filter = [] }) => filter.some((one) => !('is' in one)))
      .map((part) => ({ metric, part: { ...part, uncompared: true as const } })),
  );
  if (asked.length === 0) return [];
  const found = await keptTallies(
    office,
    asked.map(({ part }) => part),
    question,
  );
  const notes = totalOf(found, asked.length).map(({ count }, at) => `${asked[at]!.metric}: ${count} uncompared`);
  return [...new Set(notes)].filter((note) => !note.endsWith(': 0 uncompared'));
};

import type { Schemas } from '../ask/api.ts';

type Opened = Schemas['OpenedFigure'];
type Counted = Opened['numerator']['rows'][number];

/** What a project counts for in a metric: in its value or the numerator of a share, and in the denominator. */
export interface Sides {
  over?: Counted['value'][];
  under?: Counted['value'][];
}
interface ProjectLine {
  readonly project: Counted['project'];
  readonly counts: Record<string, Sides>;
}

/** The projects behind the figures of a row, each once, by their codes. */
export const projectLines = (
  opened: Readonly<Record<string, Pick<Opened, 'numerator' | 'denominator'>>>,
): readonly ProjectLine[] => {
  const lines = new Map<string, ProjectLine>();
  const put = (metric: string, side: keyof Sides, { project, value }: Counted): void => {
    const line = lines.get(project.id) ?? { project, counts: {} };
    lines.set(project.id, line);
    const sides = (line.counts[metric] ??= {});
    (sides[side] ??= []).push(value);
  };
  for (const [metric, { numerator, denominator }] of Object.entries(opened)) {
    for (const row of numerator.rows) put(metric, 'over', row);
    for (const row of denominator?.rows ?? []) put(metric, 'under', row);
  }
  return [...lines.values()].sort((a, b) => (a.project.code < b.project.code ? -1 : 1));
};

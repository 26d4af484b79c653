import { nextDefinition, type Definition } from '#domain';
import type { Caller } from '#identity';
import type { FigureValue } from '../numbers/figure.ts';
import { indicators, type IndicatorRow, type Indicators } from '../numbers/indicators.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import type { ReplayDefinition } from './bodies.ts';
import { definitionsNow, showDefinitionDraft } from './show-definitions.ts';

/** A figure that another definition makes otherwise. `before`: by the one in force under that name; null where it had no such figure. */
interface FigureMoved {
  readonly metric: string;
  readonly key: string | null;
  readonly unit: IndicatorRow['unit'];
  readonly whole: boolean;
  readonly before: FigureValue | null;
  readonly after: FigureValue | null;
}
export interface DefinitionReplay {
  readonly period: string;
  readonly asOf: string;
  readonly from: { readonly name: string; readonly version: number };
  readonly to: { readonly name: string; readonly version: number };
  readonly figures: number; // compared
  readonly differences: readonly FigureMoved[];
}

const documentOf = async (office: Office, { document, draft }: ReplayDefinition): Promise<unknown> => {
  if ((document === undefined) === (draft === undefined)) throw refused('definition-or-draft', 'document');
  return draft === undefined ? document : (await showDefinitionDraft(office, draft)).definition;
};

const rowsOf = ({
  rows,
  total,
}: Indicators): readonly (Omit<IndicatorRow, 'key'> & { key: string | null; whole: boolean })[] => [
  { key: null, unit: null, figures: total.figures, whole: true },
  ...rows.map((row) => ({ ...row, whole: false })),
];

/** Which figures of a period a definition would change, before it is published: against the one in force under its name, or the default. Throws Rejected 'definition-invalid' and as `indicators`. */
export const replayDefinition = async (
  office: Office,
  caller: Caller,
  asked: ReplayDefinition,
): Promise<DefinitionReplay> => {
  const { document: _document, draft: _draft, definition: _named, ...query } = asked;
  const standing = await definitionsNow(office);
  const next = nextDefinition(await documentOf(office, asked), standing);
  const now: Definition = standing.published.findLast(({ name }) => name === next.name) ?? standing.published[0]!;
  const before = await indicators(office, caller, query, { by: now });
  const after = await indicators(office, caller, query, { by: next });
  const earlier = new Map(rowsOf(before).map((row) => [JSON.stringify([row.whole, row.key]), row.figures]));
  const moved: FigureMoved[] = [];
  let figures = 0;
  for (const { whole, key, unit, figures: mine } of rowsOf(after)) {
    const old = earlier.get(JSON.stringify([whole, key])) ?? {};
    for (const metric of new Set([...Object.keys(old), ...Object.keys(mine)])) {
      figures += 1;
      const [was, is] = [old[metric]?.value ?? null, mine[metric]?.value ?? null];
      if (JSON.stringify(was) !== JSON.stringify(is)) moved.push({ metric, key, unit, whole, before: was, after: is });
    }
  }
  return {
    period: after.period,
    asOf: after.asOf,
    from: { name: now.name, version: now.version },
    to: { name: next.name, version: next.version },
    figures,
    differences: moved,
  };
};

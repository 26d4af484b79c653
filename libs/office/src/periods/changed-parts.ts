import type { Part } from '#domain';
import { figureRows, type FigureQuestion, type FigureRow } from '#projections';
import type { Office } from '../office.ts';

/** A project whose part in a figure is otherwise now, and the keys under which it counted or counts. */
export interface ChangedPart {
  readonly project: FigureRow['project'];
  readonly keys: ReadonlySet<string | null>;
  /** Whether it changes the whole as well: a project that only moved from one row to another does not. */
  readonly inWhole: boolean;
}

const whatOf = ({ project, version, amount }: FigureRow, withAmount: boolean): string =>
  JSON.stringify([project.id, version, withAmount ? amount : null]);

/** Every row of a part: a figure that changed is explained whole or not at all. */
const rowsOf = ({ pool }: Office, part: Part, question: FigureQuestion): Promise<readonly FigureRow[]> =>
  figureRows(pool, part, question, { written: null, limit: 2_000_000_000, after: 0 });

const beyond = (
  rows: readonly FigureRow[],
  others: readonly FigureRow[],
  identity: (row: FigureRow) => string,
): readonly FigureRow[] => {
  const known = new Set(others.map(identity));
  return rows.filter((row) => !known.has(identity(row)));
};

/** Which projects make a part otherwise now than they made it then. */
export const changedParts = async (
  office: Office,
  part: Part,
  then: FigureQuestion,
  now: FigureQuestion,
): Promise<readonly ChangedPart[]> => {
  const before = await rowsOf(office, part, then);
  const after = await rowsOf(office, part, now);
  const whole = (row: FigureRow): string => whatOf(row, part.measure === 'amount');
  const keyed = (row: FigureRow): string => `${whole(row)} ${JSON.stringify(row.key)}`;
  const inWhole = new Set(
    [...beyond(before, after, whole), ...beyond(after, before, whole)].map(({ project }) => project.id),
  );
  const found = new Map<string, { project: FigureRow['project']; keys: Set<string | null> }>();
  for (const { project, key } of [...beyond(before, after, keyed), ...beyond(after, before, keyed)]) {
    const known = found.get(project.id) ?? { project, keys: new Set() };
    known.keys.add(key);
    found.set(project.id, known);
  }
  return [...found.values()].map((one) => ({ ...one, inWhole: inWhole.has(one.project.id) }));
};

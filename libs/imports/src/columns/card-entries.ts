import { clean } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { Entry } from './card-entry.ts';
import { isNameFor } from './labels.ts';

const LONGEST_LABEL = 20;
export const INLINE = /^([^:]{2,20}):(.+)$/;
const HEADING = /^[一二三四五六七八九十]+[、.]|(表|卡|情况|信息|概况)$/; // what stands alone between the lines of a card

export const VALUE_WORDS = /^(签约|开工|投产|竣工|落地|外资|内资)$/; // 项目阶段：签约

/** Whether a text is a label: its words name a field, or a person said so. */
export type IsLabel = (text: string) => boolean;

interface Placed {
  readonly cell: Cell;
  readonly column: number;
}
/** The column right of a cell, or of the block that it begins. */
const rightOf = (cells: Row['cells'], { column }: Placed): number => {
  let right = column + 1;
  while (cells[right]?.across === true) right += 1;
  return right;
};

/** Whether the place beside a label is blank, and what stands further right is another label with its own value. */
const leftBlank = (cells: Row['cells'], label: Placed, next: Placed, after: Placed | undefined): boolean =>
  next.column > rightOf(cells, label) &&
  next.cell.kind === 'text' &&
  clean(next.cell.text).length <= LONGEST_LABEL &&
  after !== undefined &&
  after.column === rightOf(cells, next);

/** The filled cells of a line. */
interface Line extends Pick<Row, 'number' | 'cells'> {
  readonly own: readonly Placed[];
  readonly isLabel: IsLabel;
}
/** What a cell of a line begins, and how many of its cells that is. */
interface Taken {
  readonly entry: Entry | null;
  readonly cells: number;
  readonly labelled?: true; // a label stands in the line
}
const NOTHING: Taken = { entry: null, cells: 1 };

const entryIn = ({ number }: Line, label: string, { column }: Placed, value: Cell): Entry => ({
  label,
  value,
  address: `${columnName(column)}${number}`,
  row: number,
});

const isLabelled = ({ isLabel }: Line, { cell }: Placed): boolean => cell.kind === 'text' && isLabel(clean(cell.text));

/** What stands beside the label at a place; nothing where that is the next label. A word that may be either, 签约, is a value where no value of its own follows. */
const valueAt = (line: Line, index: number): Placed | null => {
  const [label, next, after] = line.own.slice(index, index + 3);
  if (next === undefined || label === undefined) return null;
  if (!isLabelled(line, next)) return next;
  const [text, own] = [clean(next.cell.text), clean(label.cell.text)];
  if (next.column !== rightOf(line.cells, label)) return null;
  if (isNameFor(own, text)) return next;
  return VALUE_WORDS.test(text) && (after === undefined || isLabelled(line, after)) ? next : null;
};

/** A label and what stands right of it; nothing where that is the next label, or blank. */
const besideLabel = (line: Line, index: number): Taken => {
  const [label, , after] = line.own.slice(index, index + 3);
  const next = valueAt(line, index);
  if (next === null) return NOTHING;
  if (leftBlank(line.cells, label!, next, after)) return { ...NOTHING, labelled: true };
  return { entry: entryIn(line, clean(label!.cell.text), next, next.cell), cells: 2, labelled: true };
};

/** Whether a label that nobody knows has no value: a known label stands apart from it, or has the value that would be left over. */
const isBlank = (line: Line, index: number, next: Placed): boolean =>
  isLabelled(line, next) &&
  (next.column > rightOf(line.cells, line.own[index]!) || (line.own.length - index) % 2 === 1);

/** What stands over other lines, 基本情况, or beside several of them. */
const isHeading = ({ cell }: Placed): boolean => HEADING.test(clean(cell.text)) || (cell.mergedRows ?? 1) > 1;

/** A label that nobody knows is kept with its value; what stands alone is kept by its place. */
const unknownAt = (line: Line, index: number): Taken => {
  const [one, next] = line.own.slice(index, index + 2);
  const { cell, column } = one!;
  const text = clean(cell.text);
  if (next !== undefined && isHeading(one!) && isLabelled(line, next)) return NOTHING;
  if (next !== undefined && text.length <= LONGEST_LABEL)
    return isBlank(line, index, next) ? NOTHING : { entry: entryIn(line, text, next, next.cell), cells: 2 };
  if (line.own.length === 1 && HEADING.test(text)) return NOTHING;
  return { entry: entryIn(line, `${columnName(column)}${line.number}`, one!, cell), cells: 1 };
};

/** What begins at a place of a line. `known`: labels were met in it. */
const takenAt = (line: Line, index: number, known: boolean): Taken => {
  const one = line.own[index]!;
  const text = clean(one.cell.text);
  const [, label, value] = INLINE.exec(text) ?? [];
  if (label !== undefined && line.isLabel(label))
    return { entry: entryIn(line, label, one, { kind: 'text', text: value! }), cells: 1 };
  if (isLabelled(line, one)) return besideLabel(line, index);
  return known || index % 2 === 0 ? unknownAt(line, index) : NOTHING;
};

/** Labels and the values right of them, or behind a colon in the same cell. */
export const entriesOf = (rows: readonly Row[], isLabel: IsLabel): readonly Entry[] =>
  rows.flatMap(({ number, cells }) => {
    const own = cells.flatMap((cell, column) =>
      cell === undefined || cell.merged === 'covered' || clean(cell.text) === '' ? [] : [{ cell, column }],
    );
    const entries: Entry[] = [];
    let labelled = false;
    for (let index = 0; index < own.length;) {
      const taken = takenAt({ number, cells, own, isLabel }, index, labelled || entries.length > 0);
      if (taken.entry !== null) entries.push(taken.entry);
      labelled ||= taken.labelled === true;
      index += taken.cells;
    }
    return entries;
  });

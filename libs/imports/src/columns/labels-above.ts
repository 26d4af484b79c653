import { isEmpty, clean } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { Entry } from './card-entry.ts';

const FEWEST_LINES = 2; // of labels in one card
const MAY_LABEL = /^(?!\d)[^，。；;:]{2,20}:?$/; // 总投资：12亿元 has its value behind it

interface Own {
  readonly cell: Cell;
  readonly column: number;
}
const filled = ({ cells }: Row): readonly Own[] =>
  cells.flatMap((cell, column) => (isEmpty(cell) || cell!.merged === 'covered' ? [] : [{ cell: cell!, column }]));

/** A line of labels with the line of their values below it, which may say nothing of some. */
interface Pair {
  readonly labels: readonly Own[];
  readonly values: Row;
}

/** What stands under a label, or under the block that it begins. */
const under = ({ cells }: Row, { column }: Own, labels: Row): Own | null => {
  for (let at = column; at === column || labels.cells[at]?.across === true; at += 1)
    if (!isEmpty(cells[at]) && cells[at]!.across !== true) return { cell: cells[at]!, column: at };
  return null;
};

const entriesOf = ({ labels, values }: Pair, line: Row): readonly Entry[] => {
  const taken = new Map(
    labels.flatMap((label) => {
      const found = under(values, label, line);
      return found === null ? [] : [[found.column, clean(label.cell.text)] as const];
    }),
  );
  return filled(values).map(({ cell, column }) => {
    const address = `${columnName(column)}${values.number}`;
    return { label: taken.get(column) ?? address, value: cell, address, row: values.number };
  });
};

/**
 * Cards whose labels stand above their values, line by line: a line of labels, a line of values, the next line of other labels. Null where no line of labels follows another without naming a project anew: that is a
 * table, or several.
 */
export const labelsAbove = (
  rows: readonly Row[],
  isLabel: (text: string) => boolean,
  names: (text: string) => boolean,
): readonly (readonly Entry[])[] | null => {
  const textsOf = (row: Row): readonly string[] =>
    filled(row).map(({ cell }) => (cell.kind === 'text' ? clean(cell.text) : ''));
  const isHalfLabels = (texts: readonly string[]): boolean => {
    const known = texts.filter(isLabel).length;
    return known > 0 && known * 2 >= texts.length;
  };
  const isLine = (row: Row): boolean => {
    const texts = textsOf(row);
    return isHalfLabels(texts) && texts.every((text) => MAY_LABEL.test(text));
  };
  const records: Entry[][] = [];
  let lines = 0; // of labels in the last record
  let most = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const [line, values] = [rows[at]!, rows[at + 1]];
    if (!isLine(line)) {
      if (records.length > 0) return null; // a second row of values: a table
      continue;
    }
    const labels = filled(line);
    const begins = labels.some(({ cell }) => names(clean(cell.text)));
    if (begins) {
      records.push([]);
      lines = 0;
    }
    if (records.length === 0 || values === undefined) continue;
    if (isHalfLabels(textsOf(values))) return null; // labels under labels: their values stand beside them
    records.at(-1)!.push(...entriesOf({ labels, values }, line));
    lines += 1;
    most = Math.max(most, lines);
    at += 1;
  }
  return most >= FEWEST_LINES ? records : null;
};

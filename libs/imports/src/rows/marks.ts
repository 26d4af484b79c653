import { isEmpty } from '../cells/text.ts';
import { columnName } from '../files/workbook.ts';
import { finding } from '../judge/findings.ts';
import { addressOf } from './addresses.ts';
import { keep, note, type Making } from './making.ts';

// What stands at cells beside their contents: lines through them, and what somebody has pinned to them.

/** Cells with a line through them: a project whose name is struck out has perhaps been given up. */
const struckWhole = (making: Making): void => {
  const { layout } = making.around;
  const struck = layout.columns.flatMap(({ column, field }) => {
    const cell = making.row.cells[column];
    const is = cell?.struck === true && !isEmpty(cell) && cell.merged !== 'covered' && field !== 'sequence';
    return is ? [{ column, field, text: cell.text }] : [];
  });
  const name = struck.find(({ field }) => field === 'name');
  for (const { column, field, text } of name === undefined ? struck : [name])
    note(making, name === undefined ? 'struck-out' : 'name-struck-out', field, column, text);
};

/** Cells of which a part is struck out: what stands was read, and both are said. */
const struckInPart = ({ around: { layout }, row, findings }: Making): void => {
  row.cells.forEach((cell, column) => {
    const gone = cell?.merged === 'covered' ? undefined : cell?.struckPart;
    if (gone === undefined) return;
    const field = layout.columns.find((one) => one.column === column)?.field ?? null;
    const more = {
      zh: `划去“${gone.trim()}”，按“${cell!.text.trim()}”读取`,
      en: `struck out "${gone.trim()}", read as "${cell!.text.trim()}".`,
    };
    findings.push(finding('part-struck-out', field, addressOf(layout, column, row.number), cell!.text, more));
  });
};

export const linesThrough = (making: Making): void => {
  struckWhole(making);
  struckInPart(making);
};

/** What is pinned to the cells of a row is said, and kept under their headers: 已终止 may stand nowhere else. */
export const commentsIn = (making: Making): void => {
  const { around, row, findings } = making;
  const { layout, headerAt } = around;
  for (const { column, comment } of around.comments.get(row.number) ?? []) {
    const field = layout.columns.find((one) => one.column === column)?.field ?? null;
    const header = headerAt.get(column) ?? `${columnName(column)}列`;
    keep(making, `${header.slice(0, 90)}（批注）`, comment.text);
    findings.push(finding('comment', field, addressOf(layout, column, row.number), comment.text));
  }
};

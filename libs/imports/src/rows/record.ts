import { isCreditCode } from '#domain';
import { currencyIn, unitIn } from '../cells/units.ts';
import { clean, readText } from '../cells/text.ts';
import { natureOf, type FieldName } from '../columns/field-names.ts';
import type { Mapped } from '../columns/match.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import { finding } from '../judge/findings.ts';
import { amountIn, begin, cellIn, dayIn, keep, tagIn, targetsIn, wordsIn, type Around, type Making } from './making.ts';
import type { LedgerRow } from './ledger-row.ts';

const isMoney = (field: FieldName): boolean => natureOf(field) === 'money';
const IDS = ['code', 'nationalCode', 'contractNo', 'voucher'] as const;

/** One data row as a record. */
export const recordOf = (around: Around, row: Row, place: number): LedgerRow => {
  const { sheet, layout } = around;
  const making = begin(around, row);
  const { told, findings } = making;
  const cellAt = (wanted: FieldName): Cell | undefined => {
    const found = layout.columns.find(({ field }) => field === wanted);
    return found === undefined ? undefined : row.cells[found.column];
  };
  const [unitCell, currencyCell] = [cellAt('amountUnit'), cellAt('currency')];
  const rowUnit = unitCell === undefined ? null : unitIn(unitCell.text);
  const currency = currencyCell === undefined ? null : currencyIn(currencyCell.text);
  const mapped = new Set<number>();
  // Targets last: who set them, and for whom, stands in other columns.
  const columns = [...layout.columns].sort((a, b) => Number(a.field === 'target') - Number(b.field === 'target'));
  for (const column of columns) {
    const cell = row.cells[column.column];
    mapped.add(column.column);
    if (cell === undefined) continue;
    const nature = natureOf(column.field);
    if (clean(cell.text) !== '') told.shown[column.field] = cell.text;
    if (column.field === 'tag') tagIn(making, column, cell);
    else if (column.field === 'target' && layout.kind === 'targets') targetsIn(making, column, cell);
    else if (nature === 'day' || nature === 'plan') dayIn(making, column, cell);
    else if (isMoney(column.field)) amountIn(making, column, cell, rowUnit, currency);
    else if (nature === 'kept') keepText(making, column, cell);
    else wordsIn(making, column, cell);
  }
  row.cells.forEach((cell, column) => {
    if (cell === undefined || mapped.has(column)) return;
    const header = layout.headers.find((one) => one.column === column)?.text ?? `${columnName(column)}列`;
    keepText(making, { header, field: 'note' }, cell);
  });
  if (row.hidden || sheet.hidden) findings.push(finding('row-hidden', null, null, null));
  const cellOf = (field: FieldName): string | null => cellIn(layout, field, row.number);
  const { text } = told;
  if (text.creditCode !== undefined) {
    text.creditCode = clean(text.creditCode).replace(/\s/g, '').toUpperCase();
    if (!isCreditCode(text.creditCode))
      findings.push(finding('credit-code-check', 'creditCode', cellOf('creditCode'), text.creditCode));
  }
  for (const field of IDS) if (text[field] !== undefined) text[field] = clean(text[field]).replace(/\s/g, '');
  return { ...told, place, sheet: sheet.name, kind: layout.kind, findings, cellOf };
};

/** Whatever a column says that no field takes; its place in the list says nothing. */
const keepText = (making: Making, { header, field }: Pick<Mapped, 'header' | 'field'>, cell: Cell): void => {
  const reading = readText(cell);
  if (field === 'sequence' || reading.is === 'empty') return;
  const text = reading.is === 'value' ? reading.value : reading.shown || cell.text;
  if (text !== '') keep(making, header, text);
};

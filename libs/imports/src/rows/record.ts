import { isCreditCode } from '#domain';
import { afterSigning } from '../cells/after-signing.ts';
import { currencyIn, unitIn, unitsIn, type Unit } from '../cells/units.ts';
import { readAmount } from '../cells/sums.ts';
import { clean, isEmpty, readText } from '../cells/text.ts';
import { natureOf, type FieldName } from '../columns/field-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import { finding } from '../judge/findings.ts';
import { addressOf } from './addresses.ts';
import { readAgain } from './amount-again.ts';
import { amountIn, openIntentions, secondAmount } from './amount-in.ts';
import { daysInFlags } from './days-in-flags.ts';
import { dayIn } from './day-in.ts';
import { begin, cellIn, dayOfTable, keep, note, targetsIn, type Around, type Making } from './making.ts';
import type { LedgerRow } from './ledger-row.ts';
import { commentsIn, linesThrough } from './marks.ts';
import { monthIn } from './month-in.ts';
import { isFurtherLine } from './name-block.ts';
import { partsOfWhole } from './parts-of-whole.ts';
import { tagIn, wordsIn } from './words-in.ts';

const isMoney = (field: FieldName): boolean => natureOf(field) === 'money';
const MANY: ReadonlySet<FieldName> = new Set<FieldName>(['tag', 'target', 'arrivedInMonth']); // each column of these is a thing of its own
const IDS = ['code', 'nationalCode', 'contractNo', 'voucher'] as const;

/** The column in which a block merged over several columns begins. */
const beginning = ({ cells }: Row, column: number): number => {
  let at = column;
  while (at > 0 && cells[at]?.across === true) at -= 1;
  return at;
};

interface Money {
  readonly unit: Unit | null;
  readonly currency: string | null; // of the row's own columns of units and currencies
}

const readInto = (making: Making, column: Mapped, cell: Cell, { unit, currency }: Money): void => {
  const { told, around } = making;
  const { field } = column;
  const nature = natureOf(field);
  const already = told.text[field] !== undefined || told.days[field] !== undefined || told.money[field] !== undefined;
  if (already && !MANY.has(field)) {
    keepText(making, column, cell);
    if (isMoney(field) && !isEmpty(cell)) secondAmount(making, column, cell);
    return;
  }
  if (clean(cell.text) !== '') told.shown[field] = cell.text;
  if (field === 'tag') tagIn(making, column, cell);
  else if (field === 'target' && around.layout.kind === 'targets') targetsIn(making, column, cell);
  else if (field === 'arrivedInMonth') monthIn(making, column, cell, unit, currency);
  else if (nature === 'day' || nature === 'plan') dayIn(making, column, cell);
  else if (isMoney(field)) amountIn(making, column, cell, unit, currency);
  else if (nature === 'kept') keptIn(making, column, cell, unit);
  else wordsIn(making, column, cell);
};

/** A unit or a currency that nobody knows: every amount of the row would be another one. */
const unknownUnits = (making: Making, unit: Cell | undefined, currency: Cell | undefined, money: Money): void => {
  const { columns } = making.around.layout;
  const say = (field: FieldName, cell: Cell | undefined, known: boolean): void => {
    const column = columns.find((one) => one.field === field)?.column;
    if (cell === undefined || column === undefined || known || isEmpty(cell)) return;
    note(making, 'unit-unknown', field, column, cell.text);
  };
  say('currency', currency, money.currency !== null || unitsIn(currency?.text ?? '').length > 0);
  say('amountUnit', unit, money.unit !== null || currencyIn(unit?.text ?? '') !== null);
};

/** A contract of which only the foreign amount is told is that amount; one told as a part (其中) is none. */
const foreignContract = (making: Making, row: Row, money: Money): void => {
  const { layout } = making.around;
  const column = layout.columns.find(({ field }) => field === 'contractedForeign');
  const cell = column === undefined ? undefined : row.cells[column.column];
  const told =
    making.told.money.contracted !== undefined || making.findings.some(({ field }) => field === 'contracted');
  const own = layout.columns.find(({ field }) => field === 'contracted');
  if (column !== undefined && cell !== undefined && /内资/.test(own?.header ?? '') && told && /[1-9]/.test(cell.text))
    secondAmount(making, { column: column.column, field: 'contractedForeign' }, cell);
  if (layout.kind !== 'projects' || column === undefined || cell === undefined || told || /其中/.test(column.header))
    return;
  making.told.from.contracted = column.column;
  amountIn(making, { ...column, field: 'contracted' }, cell, money.unit, money.currency);
};

const COUNTED_PLANS = ['agreedStart', 'plannedStart', 'changedStart'] as const;

/** Plans that count from the contract, 签约后6个月, where the row tells its day. */
const plansAfterSigning = ({ told, findings }: Making): void => {
  const signed = told.days.signedOn;
  for (const field of COUNTED_PLANS) {
    const date =
      signed === undefined || told.days[field] !== undefined
        ? null
        : afterSigning(told.shown[field] ?? '', signed.date);
    if (date === null) continue;
    told.days[field] = { date, month: signed!.month };
    const at = findings.findIndex((one) => one.code === 'not-understood' && one.field === field);
    if (at >= 0) findings.splice(at, 1);
  }
};

/** Columns whose words and values contradict each other: said once a row for the two that changed places. */
const doubtColumns = ({ around: { layout }, row, findings }: Making): void => {
  const said = new Set<string>();
  for (const { column, field, misplaced } of layout.columns) {
    const cell = row.cells[column];
    if (misplaced === undefined || isEmpty(cell) || said.has(misplaced.says.zh)) continue;
    said.add(misplaced.says.zh);
    const address = addressOf(layout, column, row.number);
    findings.push(finding(misplaced.why, field, address, cell!.text, misplaced.says));
  }
};

/** A firm that stands for its project is its party, too, where the row names no other. */
const ownParty = ({ text }: Making['told']): void => {
  const party = text.investor ?? text.foreignInvestor ?? text.domesticInvestor;
  if (party === undefined && text.name !== undefined) text.investor = text.name;
};

/** One data row as a record. */
export const recordOf = (around: Around, row: Row, place: number): LedgerRow => {
  const { sheet, layout, mapped, headerAt } = around;
  const making = begin(around, row);
  const { told, findings } = making;
  const cellAt = (wanted: FieldName): Cell | undefined => {
    const found = layout.columns.find(({ field }) => field === wanted);
    return found === undefined ? undefined : row.cells[found.column];
  };
  const [unitCell, currencyCell] = [cellAt('amountUnit'), cellAt('currency')];
  const money: Money = {
    unit: unitCell === undefined ? null : unitIn(unitCell.text),
    currency: currencyCell === undefined ? null : currencyIn(currencyCell.text),
  };
  unknownUnits(making, unitCell, currencyCell, money);
  const read = new Set<FieldName>();
  for (const column of around.columns) {
    const cell = row.cells[column.column];
    if (cell === undefined || (cell.across === true && mapped.has(beginning(row, column.column)))) continue;
    if (read.has(column.field) && told.shown[column.field] === undefined) told.from[column.field] = column.column;
    read.add(column.field);
    readInto(making, column, cell, money);
  }
  for (const again of around.again) readAgain(making, row, again, money.unit);
  foreignContract(making, row, money);
  daysInFlags(making);
  plansAfterSigning(making);
  openIntentions(making);
  partsOfWhole(making);
  row.cells.forEach((cell, column) => {
    if (cell === undefined || mapped.has(column) || cell.across === true) return;
    keepText(making, { header: headerAt.get(column) ?? `${columnName(column)}列`, field: 'note' }, cell);
  });
  doubtColumns(making);
  linesThrough(making);
  commentsIn(making);
  if (row.hidden || sheet.hidden) findings.push(finding('row-hidden', null, null, null));
  const cellOf = (field: FieldName): string | null => cellIn(layout, field, told);
  const { text } = told;
  const byFirm = layout.columns.some(({ firm }) => firm === true);
  if (byFirm) ownParty(told);
  if (text.creditCode !== undefined) {
    text.creditCode = clean(text.creditCode).replace(/\s/g, '').toUpperCase();
    if (!isCreditCode(text.creditCode))
      findings.push(finding('credit-code-check', 'creditCode', cellOf('creditCode'), text.creditCode));
  }
  for (const field of IDS) if (text[field] !== undefined) text[field] = clean(text[field]).replace(/\s/g, '');
  return {
    ...told,
    ...(byFirm ? { byFirm } : {}),
    ...(isFurtherLine(layout, row) ? { further: true } : {}),
    place,
    sheet: sheet.name,
    kind: layout.kind,
    findings,
    cellOf,
  };
};

const ARRIVED = /^(累计|实际|目前|现)*已?(到位|到账|到资)(资金|外资|内资)?[:为]?(?=[约\d])/; // before the amount

/** What has arrived so far is kept, and compared with the arrivals that are told. */
const keptIn = (making: Making, column: Mapped, cell: Cell, unit: Unit | null): void => {
  keepText(making, column, cell);
  if (column.field !== 'arrivedToDate' || /注册/.test(column.header)) return;
  if (/^(尚|暂|还)?未(到|实缴)/.test(clean(cell.text))) return;
  const told = { ...cell, text: clean(cell.text).replace(ARRIVED, '') };
  const reading = readAmount(told, unit ?? column.unit ?? making.around.layout.unit);
  if (reading.is === 'not-understood' && reading.why !== 'picture')
    note(making, 'not-understood', column.field, column.column, cell.text);
  if (reading.is !== 'value' || reading.value.about !== null) return;
  making.told.money.arrivedToDate = reading.value.money;
  making.told.days.arrivedToDate = dayOfTable(making.around, column.header);
};

/** Whatever a column says that no field takes; its place in the list says nothing. */
const keepText = (making: Making, { header, field }: Pick<Mapped, 'header' | 'field'>, cell: Cell): void => {
  const reading = readText(cell);
  if (field === 'sequence' || reading.is === 'empty') return;
  const text = reading.is === 'value' ? reading.value : reading.shown || cell.text;
  if (text !== '') keep(making, header, text);
};

import { isCreditCode } from '#domain';
import { afterSigning } from '../cells/after-signing.ts';
import { currencyIn, unitIn, unitsIn } from '../cells/units.ts';
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
import type { RowMoney } from './row-money.ts';
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

const isTold = ({ text, days, money }: Making['told'], field: FieldName): boolean =>
  text[field] !== undefined || days[field] !== undefined || money[field] !== undefined;

/** A second column of what is told already is kept, and an amount in it said. */
const readBeside = (making: Making, column: Mapped, cell: Cell): void => {
  keepText(making, column, cell);
  if (isMoney(column.field) && !isEmpty(cell)) secondAmount(making, column, cell);
};

const readInto = (making: Making, column: Mapped, cell: Cell, money: RowMoney): void => {
  const { told, around } = making;
  const { field } = column;
  const nature = natureOf(field);
  if (isTold(told, field) && !MANY.has(field)) {
    readBeside(making, column, cell);
    return;
  }
  if (clean(cell.text) !== '') told.shown[field] = cell.text;
  if (field === 'tag') tagIn(making, column, cell);
  else if (field === 'target' && around.layout.kind === 'targets') targetsIn(making, column, cell);
  else if (field === 'arrivedInMonth') monthIn(making, column, cell, money);
  else if (nature === 'day' || nature === 'plan') dayIn(making, column, cell);
  else if (isMoney(field)) amountIn(making, column, cell, money);
  else if (nature === 'kept') keptIn(making, column, cell, money);
  else wordsIn(making, column, cell);
};

/** A unit or a currency that nobody knows: every amount of the row would be another one. */
const unknownUnits = (making: Making, unit: Cell | undefined, currency: Cell | undefined, money: RowMoney): void => {
  const { columns } = making.around.layout;
  const say = (field: FieldName, cell: Cell | undefined, known: boolean): void => {
    const column = columns.find((one) => one.field === field)?.column;
    if (cell === undefined || column === undefined || known || isEmpty(cell)) return;
    note(making, 'unit-unknown', field, column, cell.text);
  };
  say('currency', currency, money.currency !== null || unitsIn(currency?.text ?? '').length > 0);
  say('amountUnit', unit, money.unit !== null || currencyIn(unit?.text ?? '') !== null);
};

const columnOf = ({ around }: Making, field: FieldName): Mapped | undefined =>
  around.layout.columns.find((one) => one.field === field);
const cellUnder = (making: Making, field: FieldName): Cell | undefined => {
  const found = columnOf(making, field);
  return found === undefined ? undefined : making.row.cells[found.column];
};

/** The unit and the currency in which the row tells its amounts; one that nobody knows is said. */
const moneyOf = (making: Making): RowMoney => {
  const [unit, currency] = [cellUnder(making, 'amountUnit'), cellUnder(making, 'currency')];
  const money: RowMoney = {
    unit: unit === undefined ? null : unitIn(unit.text),
    currency: currency === undefined ? null : currencyIn(currency.text),
  };
  unknownUnits(making, unit, currency, money);
  return money;
};

/** A foreign amount beside one of 内资 is money of its own. */
const isBesideDomestic = (making: Making, { text }: Cell): boolean =>
  /内资/.test(columnOf(making, 'contracted')?.header ?? '') && /[1-9]/.test(text);

/** A contract of which only the foreign amount is told is that amount; one told as a part (其中) is none. */
const foreignContract = (making: Making, money: RowMoney): void => {
  const { told, findings, around } = making;
  const foreign = columnOf(making, 'contractedForeign');
  const cell = cellUnder(making, 'contractedForeign');
  if (foreign === undefined || cell === undefined) return;
  if (told.money.contracted !== undefined || findings.some(({ field }) => field === 'contracted')) {
    if (isBesideDomestic(making, cell)) secondAmount(making, foreign, cell);
    return;
  }
  if (around.layout.kind !== 'projects' || /其中/.test(foreign.header)) return;
  told.from.contracted = foreign.column;
  amountIn(making, { ...foreign, field: 'contracted' }, cell, money);
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

/** What stands in columns of no field. */
const keepOthers = (making: Making): void => {
  const { mapped, headerAt } = making.around;
  making.row.cells.forEach((cell, column) => {
    if (cell === undefined || mapped.has(column) || cell.across === true) return;
    keepText(making, { header: headerAt.get(column) ?? `${columnName(column)}列`, field: 'note' }, cell);
  });
};

/** Numbers as they are typed anywhere, without blanks; a credit code is said where its check figure is wrong. */
const plainNumbers = ({ around, told, findings }: Making): void => {
  const { text } = told;
  if (text.creditCode !== undefined) {
    text.creditCode = clean(text.creditCode).replace(/\s/g, '').toUpperCase();
    if (!isCreditCode(text.creditCode))
      findings.push(
        finding('credit-code-check', 'creditCode', cellIn(around.layout, 'creditCode', told), text.creditCode),
      );
  }
  for (const field of IDS) if (text[field] !== undefined) text[field] = clean(text[field]).replace(/\s/g, '');
};

/** Reads every recognised column; of a block merged over several columns its first cell only. */
const readColumns = (making: Making, money: RowMoney): void => {
  const { around, row, told } = making;
  const read = new Set<FieldName>();
  for (const column of around.columns) {
    const cell = row.cells[column.column];
    if (cell === undefined || (cell.across === true && around.mapped.has(beginning(row, column.column)))) continue;
    if (read.has(column.field) && told.shown[column.field] === undefined) told.from[column.field] = column.column;
    read.add(column.field);
    readInto(making, column, cell, money);
  }
};

/** One data row as a record. */
export const recordOf = (around: Around, row: Row, place: number): LedgerRow => {
  const { sheet, layout } = around;
  const making = begin(around, row);
  const { told, findings } = making;
  const money = moneyOf(making);
  readColumns(making, money);
  for (const again of around.again) readAgain(making, row, again, money);
  foreignContract(making, money);
  daysInFlags(making);
  plansAfterSigning(making);
  openIntentions(making);
  partsOfWhole(making);
  keepOthers(making);
  doubtColumns(making);
  linesThrough(making);
  commentsIn(making);
  if (row.hidden || sheet.hidden) findings.push(finding('row-hidden', null, null, null));
  const byFirm = layout.columns.some(({ firm }) => firm === true);
  if (byFirm) ownParty(told);
  plainNumbers(making);
  return {
    ...told,
    ...(byFirm ? { byFirm } : {}),
    ...(isFurtherLine(layout, row) ? { further: true } : {}),
    place,
    sheet: sheet.name,
    kind: layout.kind,
    findings,
    cellOf: (field) => cellIn(layout, field, told),
  };
};

const ARRIVED = /^(累计|实际|目前|现)*已?(到位|到账|到资)(资金|外资|内资)?[:为]?(?=[约\d])/; // before the amount

/** What has arrived so far is kept, and compared with the arrivals that are told. */
const keptIn = (making: Making, column: Mapped, cell: Cell, { unit }: RowMoney): void => {
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

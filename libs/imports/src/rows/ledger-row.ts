import { isCreditCode, type IsoDate, type LandMode, type Money } from '#domain';
import { currencyIn, readAmount } from '../cells/amounts.ts';
import { readDate } from '../cells/dates.ts';
import { clean, readFlag, textOf } from '../cells/text.ts';
import type { FieldName, SheetKind } from '../columns/fields.ts';
import { finding, type Finding } from '../judge/findings.ts';
import type { Layout } from '../columns/layout.ts';
import { columnName, type Row, type Sheet } from '../files/workbook.ts';

export interface Day {
  readonly date: IsoDate;
  readonly month: boolean;
}

/** A row as it is meant: text fields, days and money by field name, and what was found on the way. */
export interface LedgerRow {
  readonly place: number; // among all data rows of the file, from 0
  readonly sheet: string;
  readonly row: number;
  readonly kind: SheetKind;
  readonly text: Partial<Record<FieldName, string>>;
  readonly days: Partial<Record<FieldName, Day>>;
  readonly money: Partial<Record<FieldName, Money>>;
  readonly typed: Partial<Record<FieldName, number>>; // amounts in their column's unit
  readonly findings: Finding[];
  readonly cellOf: (field: FieldName) => string | null;
}

const DAYS: ReadonlySet<FieldName> = new Set<FieldName>([
  'knownOn',
  'receivedOn',
  'acknowledgedOn',
  'screenedOn',
  'fedBackOn',
  'openedOn',
  'extendedOn',
  'extendedUntil',
  'reviewOn',
  'droppedOn',
  'signedOn',
  'agreedStart',
  'plannedStart',
  'changedStart',
  'changedOn',
  'startReportedOn',
  'startOn',
  'enteredOn',
  'productionOn',
  'completedOn',
  'filedOn',
  'excuseOn',
  'excuseUntil',
  'holdFrom',
  'holdUntil',
  'resumedOn',
  'endedOn',
  'progressOn',
  'arrivedOn',
  'certifiedOn',
]);
const AMOUNTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'contracted',
  'fixedAssets',
  'intendedAmount',
  'amount',
  'target',
]);
/** Days that lie ahead by nature. */
export const PLANS: ReadonlySet<FieldName> = new Set<FieldName>([
  'agreedStart',
  'plannedStart',
  'changedStart',
  'extendedUntil',
  'excuseUntil',
  'holdUntil',
  'plannedSigning',
]);
const DONE = /^(是|已|√|✓|有)/;

/** Text that says "done" in a column of days tells no day. */
const dayOrFlag = (text: string): boolean => DONE.test(clean(text)) && !/\d/.test(text);

export const cellIn = ({ columns }: Layout, wanted: FieldName, row: number): string | null => {
  const found = columns.find(({ field }) => field === wanted);
  return found === undefined ? null : `${columnName(found.column)}${row}`;
};

/** One data row as a record. `today` is the day of the import. */
export const recordOf = (
  sheet: Pick<Sheet, 'name' | 'hidden' | 'date1904'>,
  layout: Layout,
  row: Row,
  today: IsoDate,
  place: number,
): LedgerRow => {
  const findings: Finding[] = [];
  const text: Partial<Record<FieldName, string>> = {};
  const days: Partial<Record<FieldName, Day>> = {};
  const money: Partial<Record<FieldName, Money>> = {};
  const typed: Partial<Record<FieldName, number>> = {};
  const cellOf = (field: FieldName): string | null => cellIn(layout, field, row.number);
  for (const { column, field, unit } of layout.columns) {
    const cell = row.cells[column];
    const place = `${columnName(column)}${row.number}`;
    if (DAYS.has(field)) {
      const reading = readDate(cell, sheet.date1904);
      if (reading.ok) {
        if (reading.date === null) continue;
        const date =
          reading.month && reading.date > today && !PLANS.has(field) && reading.date.slice(0, 7) === today.slice(0, 7)
            ? today
            : reading.date;
        days[field] = { date, month: reading.month };
        if (!PLANS.has(field) && date > today) findings.push(finding('occurred-in-future', field, place, cell!.text));
      } else if (reading.code === 'not-a-date' && dayOrFlag(cell!.text))
        findings.push(finding('said-without-day', field, place, cell!.text));
      else if (reading.code === 'not-a-date' && PLANS.has(field))
        text[field] = cell!.text; // a plan in words stays words
      else findings.push(finding(reading.code, field, place, cell!.text));
    } else if (AMOUNTS.has(field)) {
      const reading = readAmount(cell, unit ?? layout.unit);
      if (!reading.ok) findings.push(finding(reading.code, field, place, cell!.text));
      else if (reading.money !== null) {
        money[field] = reading.money;
        typed[field] = reading.typed!;
        if (field === 'contracted' && cell!.merged !== undefined && (cell!.mergedRows ?? 1) > 1)
          findings.push(finding('amount-merged', field, place, cell!.text));
      }
    } else {
      if (cell?.kind === 'error' && ['name', 'code', 'contractNo'].includes(field))
        findings.push(finding('error-cell', field, place, cell.text));
      const value = textOf(cell);
      if (value !== null) text[field] = value;
    }
  }
  const currency = text.currency === undefined ? null : currencyIn(text.currency);
  if (currency !== null)
    for (const [field, amount] of Object.entries(money) as [FieldName, Money][])
      if (amount.currency === 'CNY') money[field] = { ...amount, currency };
  if (row.hidden || sheet.hidden) findings.push(finding('row-hidden', null, null, null));
  if (text.creditCode !== undefined) {
    text.creditCode = clean(text.creditCode).replace(/\s/g, '').toUpperCase();
    if (!isCreditCode(text.creditCode))
      findings.push(finding('credit-code-check', 'creditCode', cellOf('creditCode'), text.creditCode));
  }
  for (const field of ['code', 'nationalCode', 'contractNo', 'voucher'] as const)
    if (text[field] !== undefined) text[field] = clean(text[field]).replace(/\s/g, '');
  return { place, sheet: sheet.name, row: row.number, kind: layout.kind, text, days, money, typed, findings, cellOf };
};

export const landModeOf = (text: string | undefined): LandMode | null => {
  if (text === undefined) return null;
  if (/租|标准厂房|标房|楼宇|写字楼|商务楼|现有厂房|闲置厂房|孵化|入驻/.test(text)) return 'lease';
  return /征|出让|购|拍|挂牌|供地|新增|划拨|自有|招拍挂|买/.test(text) ? 'purchase' : null;
};

/** 框架 / 意向 → not a contract: stored, counted nowhere. */
export const frameworkOf = (text: string | undefined): 'framework' | 'intent' | null => {
  if (text === undefined) return null;
  if (/框架|战略|备忘/.test(text) && !/正式/.test(text)) return 'framework';
  return /意向|意愿|草签/.test(text) && !/正式/.test(text) ? 'intent' : null;
};

export const screeningOf = (text: string | undefined): boolean | null => {
  if (text === undefined) return null;
  const plain = clean(text);
  if (/待|未研判|未甄别|研判中/.test(plain)) return null;
  if (/不大|无价值|没有价值|价值低|低价值|无效|不予|淘汰|放弃|一般|不符|不通过|否/.test(plain)) return false;
  return /有价值|有效|价值|高|推进|可行|符合|通过|跟进|是|优质|重点/.test(plain) ? true : readFlag(plain);
};

export const reviewOf = (text: string | undefined): 'passed' | 'returned' | 'failed' | null => {
  if (text === undefined) return null;
  const plain = clean(text);
  if (/退回|完善|修改|补充|再议|暂缓|复审|延后|缓议/.test(plain)) return 'returned';
  if (/不予|未通过|不通过|否决|不同意|未过|淘汰/.test(plain)) return 'failed';
  return /通过|同意|可行|已过|合格|准入/.test(plain) ? 'passed' : null;
};

/** 已核定 → true, 未核定 / 待核 → false; a sheet without the column holds what the bureau counts. */
export const certifiedOf = (text: string | undefined, hasColumn: boolean): boolean => {
  if (text === undefined) return !hasColumn;
  const plain = clean(text);
  if (/未|待|不|否|退|没|拟|审核中|×|✗/.test(plain)) return false;
  return /已|是|核|认定|√|✓|通过|确认|有|y/i.test(plain);
};

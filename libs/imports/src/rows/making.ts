import { lastDayOfMonth, type IsoDate } from '#domain';
import { isNoDayYet, plannedIn, readDay } from '../cells/days.ts';
import type { Reading } from '../cells/reading.ts';
import { clean, cleanName, isEmpty } from '../cells/text.ts';
import { DECIDING, natureOf, type FieldName, type SheetKind } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';
import { monthOfTable, yearsOver } from '../columns/years.ts';
import type { Cell, Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { finding, type Finding, type FindingCode } from '../judge/findings.ts';
import { keepApart } from '../plans/kept.ts';
import { addressOf } from './addresses.ts';
import { commentsByRow } from './comments-by-row.ts';
import { targetIn, type TargetRow } from './target-row.ts';
import type { ArrivedInMonth, Day, Told } from './ledger-row.ts';

/** What the rows of a table have in common. */
export interface Around {
  readonly sheet: Pick<StoredSheet, 'name' | 'hidden' | 'date1904' | 'comments'>;
  readonly layout: Layout;
  readonly today: IsoDate;
  readonly columns: readonly Mapped[]; // in the order in which they are read
  readonly mapped: ReadonlySet<number>;
  readonly headerAt: ReadonlyMap<number, string>;
  readonly units: ReadonlySet<string>; // names of the organisation
  readonly comments: ReturnType<typeof commentsByRow>;
  readonly years: ReadonlyMap<number, string>; // by column: the year of days that name none
  readonly asOf: string | null; // YYYY-MM: from when 去年 and 上月 are told
}

/** How late in the year a head is: 7月19日进展 after 7月12日进展. */
const lateness = (header: string): number => {
  const [, month = '0', day = '0'] = /(\d{1,2})月(?:(\d{1,2})日)?/.exec(clean(header)) ?? [];
  return Number(month) * 100 + Number(day);
};

/** Of several columns of one field the surest is read first, of dated ones the latest; targets last: who set them, and for whom, stands in other columns. */
export const aroundOf = (
  sheet: Around['sheet'],
  layout: Layout,
  today: IsoDate,
  units: ReadonlySet<string>,
): Around => ({
  sheet,
  units,
  layout,
  today,
  columns: [...layout.columns].sort(
    (a, b) =>
      Number(a.field === 'target') - Number(b.field === 'target') ||
      (a.field === b.field ? b.weight - a.weight || lateness(b.header) - lateness(a.header) : 0) ||
      a.column - b.column,
  ),
  mapped: new Set(layout.columns.map(({ column }) => column)),
  headerAt: new Map(layout.headers.map(({ column, text }) => [column, text])),
  comments: commentsByRow(sheet.comments, layout),
  years: yearsOver(layout, sheet.name),
  asOf: monthOfTable(layout.title, sheet.name),
});

const STANDS_ON: ReadonlySet<FieldName> = new Set<FieldName>(['arrivedOn']); // without it there is no fact
const DONE = /^(是|已|√|✓|有)/;

export const cellIn = (layout: Layout, wanted: FieldName, { row, from }: Pick<Told, 'row' | 'from'>): string | null => {
  const column = from[wanted] ?? layout.columns.find(({ field }) => field === wanted)?.column;
  return column === undefined ? null : addressOf(layout, column, row);
};

/** Why a day was not understood, as a finding: what stands on it is refused, what it decides waits, anything else is said. */
const dayFinding = (
  field: FieldName,
  { shown, why }: Extract<Reading<never>, { is: 'not-understood' }>,
  kind: SheetKind,
): FindingCode => {
  if (why === 'impossible') return 'impossible-date';
  if (why === 'error') return 'error-cell';
  const said = DONE.test(clean(shown)) && !/\d/.test(shown);
  if (STANDS_ON.has(field) && kind === 'arrivals') return 'not-a-date';
  if (isNoDayYet(shown)) return 'no-day-yet';
  if (DECIDING.has(field)) return said ? 'decides-without-day' : 'decides-unclear';
  return said ? 'said-without-day' : 'not-understood';
};

/** One row in the making: what it says, gathered column by column. */
export interface Making {
  readonly around: Around;
  readonly row: Row;
  readonly told: Told & { readonly tags: string[]; readonly months: ArrivedInMonth[]; readonly targets: TargetRow[] };
  readonly findings: Finding[];
}

export const begin = (around: Around, row: Row): Making => ({
  around,
  row,
  told: {
    row: row.number,
    text: {},
    days: {},
    money: {},
    typed: {},
    tags: [],
    extra: {},
    shown: {},
    months: [],
    targets: [],
    from: {},
  },
  findings: [],
});

export const note = (
  making: Making,
  code: FindingCode,
  field: FieldName,
  column: number,
  read: string | null,
): void => {
  making.findings.push(finding(code, field, addressOf(making.around.layout, column, making.row.number), read));
};

/** Keeps what no field takes under its header; two columns of one header are told apart. */
export const keep = (making: Making, header: string, text: string): void => {
  if (text === '') return;
  keepApart(making.told.extra, cleanName(header).slice(0, 100) || '—', text);
};

/** The days that people also plan in the column of the fact, and the plan that each is; null: kept as written only. */
const PLAN_OF: Readonly<Partial<Record<FieldName, 'plannedStart' | 'plannedSigning' | null>>> = {
  startOn: 'plannedStart',
  signedOn: 'plannedSigning',
  enteredOn: null,
  completedOn: null,
  productionOn: null,
};

/** What a fact's column says of the time to come is a plan, and kept as written: 预计2025年3月 under 开工时间. Whether it was one. */
const planIn = (
  making: Making,
  { column, field, header }: Pick<Mapped, 'column' | 'field' | 'header'>,
  cell: Cell,
): boolean => {
  const { sheet, today, years, layout, asOf } = making.around;
  const { told } = making;
  const words = field in PLAN_OF ? plannedIn(cell, today) : null;
  if (words === null) return false;
  const wanted = PLAN_OF[field] ?? null;
  const year = years.get(column) ?? null;
  const reading = readDay({ kind: 'text', text: words }, { date1904: sheet.date1904, plan: true, year, asOf });
  if (reading.is !== 'value') return false;
  keep(making, header, cell.text);
  if (wanted === null || layout.columns.some((one) => one.field === wanted)) return true;
  const { date, known } = reading.value;
  told.from[wanted] = column;
  if (wanted === 'plannedStart') told.days.plannedStart = { date, month: known !== 'day' };
  else told.text.plannedSigning = date.slice(0, 7);
  return true;
};

const SOME_DAY = /^(陆续|分批|分期|分次|多次|已到|已全部|全部|月[初中底末])/;

/** Money came, and its cell tells no day: within a span, 2024年一季度, or some day, 近期, 分批. It waits, with the last month that it can mean as what a person may decide for. Whether it is so. */
const arrivedSomeDay = (
  making: Making,
  { column, field, header }: Pick<Mapped, 'column' | 'field' | 'header'>,
  cell: Cell,
): boolean => {
  const { around, row, findings, told } = making;
  if (field !== 'arrivedOn' || around.layout.kind !== 'arrivals' || cell.kind !== 'text') return false;
  const year = around.years.get(column) ?? null;
  const span = readDay(cell, { date1904: around.sheet.date1904, plan: true, year, asOf: around.asOf });
  const known = span.is === 'value' && span.value.date.slice(0, 7) <= around.today.slice(0, 7) ? span.value.date : null;
  if (known === null && !isNoDayYet(cell.text) && !SOME_DAY.test(clean(cell.text))) return false;
  const day = known === null ? dayOfTable(around, header) : { date: known, month: true };
  told.days.arrivedOn = day.date > around.today ? { date: around.today, month: true } : day;
  const month = told.days.arrivedOn.date.slice(0, 7);
  const more = { zh: `“${clean(cell.text)}”→ ${month}`, en: `"${clean(cell.text)}" → ${month}.` };
  findings.push(finding('arrival-day-unclear', field, addressOf(around.layout, column, row.number), cell.text, more));
  return true;
};

/** The last day of the month up to which a column, or its table, tells; the day of the import where neither says one, or it lies ahead. */
export const dayOfTable = ({ today, asOf }: Around, header: string): Day => {
  const [year, month] = (monthOfTable(header, '') ?? asOf ?? today).split('-').map(Number) as [number, number];
  const end = lastDayOfMonth(year, month);
  return { date: end > today ? today : end, month: true };
};

export const dayIn = (making: Making, { column, field, header }: Mapped, cell: Cell): void => {
  const { sheet, layout, today, years, asOf } = making.around;
  const plan = natureOf(field) === 'plan';
  if (!plan && planIn(making, { column, field, header }, cell)) return;
  const reading = readDay(cell, { date1904: sheet.date1904, plan, year: years.get(column) ?? null, asOf });
  if (reading.is === 'empty') {
    if (!isEmpty(cell)) keep(making, header, cell.text); // 未开工
    return;
  }
  if (reading.is === 'not-understood') {
    keep(making, header, reading.shown || cell.text);
    if (reading.why === 'picture' || arrivedSomeDay(making, { column, field, header }, cell)) return;
    note(making, dayFinding(field, reading, layout.kind), field, column, cell.text);
    return;
  }
  const { date, known, shown, yearless, relative } = reading.value;
  const ahead = !plan && date > today;
  const thisMonth = ahead && known !== 'day' && date.slice(0, 7) === today.slice(0, 7);
  making.told.days[field] = { date: thisMonth ? today : date, month: known !== 'day' };
  if (known === 'span' || yearless) keep(making, header, shown); // printed as written
  if (relative) {
    const as = known === 'day' ? date : date.slice(0, 7);
    const more = { zh: `“${shown}”→ ${as}`, en: `"${shown}" → ${as}.` };
    making.findings.push(
      finding('told-from-then', field, addressOf(layout, column, making.row.number), cell.text, more),
    );
  }
  if (ahead && !thisMonth) note(making, 'occurred-in-future', field, column, cell.text);
};

export const targetsIn = (making: Making, mapped: Mapped, cell: Cell): void => {
  const { layout, sheet, today } = making.around;
  const target = targetIn(mapped, cell, making.told, layout, `${layout.title} ${sheet.name}`, today);
  if (target === null) keep(making, mapped.header, cell.text);
  else if (typeof target === 'string') note(making, target, 'target', mapped.column, cell.text);
  else {
    // Two columns for one metric, 目标 beside 奋斗目标: the second keeps the bureau's own words.
    const again = making.told.targets.some(
      ({ metric, issuer, year }) => metric === target.metric && issuer === target.issuer && year === target.year,
    );
    making.told.targets.push(again ? { ...target, metric: clean(mapped.header).slice(0, 60) } : target);
  }
};

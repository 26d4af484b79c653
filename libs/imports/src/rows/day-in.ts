import { addMonths, type IsoDate } from '#domain';
import { isNoDayYet, plannedIn, readDay, type DayRead } from '../cells/days.ts';
import type { Reading } from '../cells/reading.ts';
import { clean, isEmpty } from '../cells/text.ts';
import { DECIDING, natureOf, type FieldName, type SheetKind } from '../columns/field-names.ts';
import type { Mapped } from '../columns/mapped.ts';
import type { Cell } from '../files/sheet.ts';
import { finding, type FindingCode } from '../judge/findings.ts';
import { addressOf } from './addresses.ts';
import { dayOfTable, keep, note, type Making } from './making.ts';
import { isOfOneProject } from './name-block.ts';

type Named = Pick<Mapped, 'column' | 'field' | 'header'>;

/** The year of a day that names none: that of its row, or of its column. */
const yearOf = ({ around: { years, yearAt }, row }: Making, column: number): string | null => {
  const [own] = yearAt === null ? [] : (/^(?:19|20)\d{2}(?=年?度?$)/.exec(clean(row.cells[yearAt]?.text ?? '')) ?? []);
  return own ?? years.get(column) ?? null;
};

const STANDS_ON: ReadonlySet<FieldName> = new Set<FieldName>(['arrivedOn']); // without it there is no fact
const DONE = /^(是|已|√|✓|有)/;

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

/** The days that people also plan in the column of the fact, and the plan that each is; null: kept as written only. */
const PLAN_OF: Readonly<Partial<Record<FieldName, 'plannedStart' | 'plannedSigning' | null>>> = {
  startOn: 'plannedStart',
  signedOn: 'plannedSigning',
  enteredOn: null,
  completedOn: null,
  productionOn: null,
};

const PLAN_LINE = /^(计划|预计|目标|约定|拟定)(时间|日期|节点|进度|情况)?$/;
/** A line of plans over one of facts, 计划 over 实际 under one name: what stands in it alone, not merged over both, is planned. */
const isPlanned = ({ around, row }: Making, cell: Cell): boolean =>
  cell.merged === undefined &&
  isOfOneProject(around.layout, row, cell) &&
  row.cells.some(
    (one, column) => !around.mapped.has(column) && one?.merged === undefined && PLAN_LINE.test(clean(one?.text ?? '')),
  );

/** What a fact's column says of the time to come is a plan, and kept as written: 预计2025年3月 under 开工时间. Whether it was one. */
const planIn = (making: Making, { column, field, header }: Named, cell: Cell): boolean => {
  const { sheet, today, layout, asOf } = making.around;
  const { told } = making;
  const words = field in PLAN_OF ? (isPlanned(making, cell) ? cell.text : plannedIn(cell, today)) : null;
  if (words === null) return false;
  const wanted = PLAN_OF[field] ?? null;
  const year = yearOf(making, column);
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
const arrivedSomeDay = (making: Making, { column, field, header }: Named, cell: Cell): boolean => {
  const { around, row, findings, told } = making;
  if (field !== 'arrivedOn' || around.layout.kind !== 'arrivals' || cell.kind !== 'text') return false;
  const year = yearOf(making, column);
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

const COMPLETIONS: ReadonlySet<FieldName> = new Set<FieldName>(['completedOn', 'productionOn']);
const LONGEST_BUILDING = 120; // months: further ahead the year is mistyped

/** Ledgers plan the end of a building in the column that later tells it: 竣工时间 2027年12月. Whether it is so. */
const plannedEnd = (making: Making, { column, field, header }: Named, cell: Cell, date: IsoDate): boolean => {
  const { today } = making.around;
  const laterMonth = date.slice(0, 7) > today.slice(0, 7);
  if (!COMPLETIONS.has(field) || !laterMonth || date > addMonths(today, LONGEST_BUILDING)) return false;
  keep(making, header, cell.text);
  note(making, 'completion-ahead', field, column, cell.text);
  return true;
};

/** Says as what day 去年12月 was reckoned. */
const sayReckoned = (
  { around: { layout }, row, findings }: Making,
  { column, field }: Named,
  { text }: Cell,
  { date, known }: DayRead,
): void => {
  const as = known === 'day' ? date : date.slice(0, 7);
  const more = { zh: `“${text.trim()}”→ ${as}`, en: `"${text.trim()}" → ${as}.` };
  findings.push(finding('told-from-then', field, addressOf(layout, column, row.number), text, more));
};

/** A day that was not understood is kept as written, and said. */
const dayUnclear = (
  making: Making,
  { column, field, header }: Named,
  cell: Cell,
  reading: Extract<Reading<never>, { is: 'not-understood' }>,
): void => {
  keep(making, header, reading.shown || cell.text);
  if (reading.why === 'picture' || arrivedSomeDay(making, { column, field, header }, cell)) return;
  note(making, dayFinding(field, reading, making.around.layout.kind), field, column, cell.text);
};

const isOfOneMonth = (one: IsoDate, other: IsoDate): boolean => one.slice(0, 7) === other.slice(0, 7);

/** A number shows no 0 at its end: whoever typed 2023.10 sees 2023.1. */
const mayBeOctober = ({ kind, text }: Cell): boolean => kind === 'number' && /^\d{4}\.1$/.test(clean(text));

/** Says how a day was taken that may be meant otherwise. */
const sayDoubted = (making: Making, mapped: Named, cell: Cell, day: DayRead): void => {
  if (day.relative) sayReckoned(making, mapped, cell, day);
  if (mayBeOctober(cell)) note(making, 'perhaps-october', mapped.field, mapped.column, cell.text);
};

/** A day that was understood; a fact of the month that goes on is told up to today, and one that lies ahead is said. */
const dayTold = (making: Making, mapped: Named, cell: Cell, day: DayRead): void => {
  const { column, field, header } = mapped;
  const { today } = making.around;
  const { date, known, shown, yearless } = day;
  const ahead = natureOf(field) !== 'plan' && date > today;
  if (ahead && plannedEnd(making, mapped, cell, date)) return;
  const goesOn = ahead && known !== 'day' && isOfOneMonth(date, today);
  making.told.days[field] = { date: goesOn ? today : date, month: known !== 'day' };
  if (known === 'span' || yearless) keep(making, header, shown); // printed as written
  sayDoubted(making, mapped, cell, day);
  if (ahead && !goesOn) note(making, 'occurred-in-future', field, column, cell.text);
};

export const dayIn = (making: Making, mapped: Mapped, cell: Cell): void => {
  const { sheet, asOf } = making.around;
  const plan = natureOf(mapped.field) === 'plan';
  if (!plan && planIn(making, mapped, cell)) return;
  const reading = readDay(cell, { date1904: sheet.date1904, plan, year: yearOf(making, mapped.column), asOf });
  if (reading.is === 'value') dayTold(making, mapped, cell, reading.value);
  else if (reading.is === 'not-understood') dayUnclear(making, mapped, cell, reading);
  else if (!isEmpty(cell)) keep(making, mapped.header, cell.text); // 未开工
};

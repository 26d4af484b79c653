import { isCreditCode, type IsoDate, type Money } from '#domain';
import { currencyIn, unitIn, type Unit } from '../cells/units.ts';
import { readDay } from '../cells/days.ts';
import type { Reading } from '../cells/reading.ts';
import { readAmount, type AmountRead } from '../cells/sums.ts';
import { clean, readFlag, readText } from '../cells/text.ts';
import { DECIDING, natureOf, type FieldName, type SheetKind } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/match.ts';
import type { Cell, Row, Sheet } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import { finding, type Finding, type FindingCode } from '../judge/findings.ts';
import { targetIn, type TargetRow } from './target-row.ts';

export interface Day {
  readonly date: IsoDate;
  readonly month: boolean;
}

/** A row as it is meant: text fields, days and money by field name, what no field keeps, and what was found on the way. */
export interface LedgerRow {
  readonly place: number; // among all data rows of the file, from 0
  readonly sheet: string;
  readonly row: number;
  readonly kind: SheetKind;
  readonly text: Partial<Record<FieldName, string>>;
  readonly days: Partial<Record<FieldName, Day>>;
  readonly money: Partial<Record<FieldName, Money>>;
  readonly typed: Partial<Record<FieldName, number>>; // amounts in their column's unit
  readonly tags: readonly string[]; // headers of the columns of yes and no that say yes
  readonly extra: Record<string, string>; // header → what stands there, of what no fact keeps
  readonly shown: Partial<Record<FieldName, string>>; // what a recognised cell shows
  readonly targets: readonly TargetRow[];
  readonly findings: Finding[];
  readonly cellOf: (field: FieldName) => string | null;
}
export type Told = Omit<LedgerRow, 'place' | 'sheet' | 'kind' | 'findings' | 'cellOf'>;

/** What the rows of a table have in common. */
export interface Around {
  readonly sheet: Pick<Sheet, 'name' | 'hidden' | 'date1904'>;
  readonly layout: Layout;
  readonly today: IsoDate;
}

const LONGEST_KEPT = 5_000; // characters of one cell that no field keeps
const STANDS_ON: ReadonlySet<FieldName> = new Set<FieldName>(['arrivedOn']); // without it there is no fact
const COUNTED: ReadonlySet<FieldName> = new Set<FieldName>(['contracted', 'amount']); // a doubt in these holds the row
const DONE = /^(是|已|√|✓|有)/;

export const addressOf = ({ addresses }: Layout, column: number, row: number): string =>
  addresses?.[row]?.[column] ?? `${columnName(column)}${row}`;

export const cellIn = (layout: Layout, wanted: FieldName, row: number): string | null => {
  const found = layout.columns.find(({ field }) => field === wanted);
  return found === undefined ? null : addressOf(layout, found.column, row);
};

/** Why a day was not understood, as a finding: what stands on it is refused, what it decides waits, anything else is said. */
const dayFinding = (
  field: FieldName,
  { shown, why }: Extract<Reading<never>, { is: 'not-understood' }>,
): FindingCode => {
  if (why === 'impossible') return 'impossible-date';
  if (why === 'error') return 'error-cell';
  const said = DONE.test(clean(shown)) && !/\d/.test(shown);
  if (STANDS_ON.has(field)) return 'not-a-date';
  if (DECIDING.has(field)) return said ? 'decides-without-day' : 'decides-unclear';
  return said ? 'said-without-day' : 'not-understood';
};

const amountFinding = (field: FieldName, { why }: Extract<Reading<never>, { is: 'not-understood' }>): FindingCode => {
  if (why === 'error') return 'error-cell';
  if (why === 'negative') return 'amount-negative';
  if (why === 'words' || why === 'impossible') return 'amount-in-words';
  return COUNTED.has(field) ? 'decides-unclear' : 'not-understood';
};

/** What one row says, gathered column by column. */
class Reader {
  readonly told: {
    -readonly [K in keyof Told]: Told[K];
  };
  readonly findings: Finding[] = [];
  private readonly tags: string[] = [];
  private readonly targets: TargetRow[] = [];

  constructor(
    private readonly around: Around,
    private readonly row: Row,
  ) {
    this.told = {
      row: row.number,
      text: {},
      days: {},
      money: {},
      typed: {},
      tags: this.tags,
      extra: {},
      shown: {},
      targets: this.targets,
    };
  }

  private say(code: FindingCode, field: FieldName, column: number, read: string | null): void {
    this.findings.push(finding(code, field, addressOf(this.around.layout, column, this.row.number), read));
  }

  /** Keeps what no field takes under its header; two columns of one header are told apart. */
  keep(header: string, text: string): void {
    const { extra } = this.told;
    const name = clean(header).slice(0, 100) || '—';
    const value = text.length > LONGEST_KEPT ? `${text.slice(0, LONGEST_KEPT)}…` : text;
    for (let again = 1; ; again += 1) {
      const key = again === 1 ? name : `${name}（${again}）`;
      if (extra[key] !== undefined && extra[key] !== value) continue;
      extra[key] = value;
      return;
    }
  }

  day({ column, field, header }: Mapped, cell: Cell): void {
    const { sheet, today } = this.around;
    const plan = natureOf(field) === 'plan';
    const reading = readDay(cell, { date1904: sheet.date1904, plan });
    if (reading.is === 'empty') return;
    if (reading.is === 'not-understood') {
      this.keep(header, reading.shown || cell.text);
      if (reading.why !== 'picture') this.say(dayFinding(field, reading), field, column, cell.text);
      return;
    }
    const { date, known, shown } = reading.value;
    const ahead = !plan && date > today;
    const thisMonth = ahead && known !== 'day' && date.slice(0, 7) === today.slice(0, 7);
    this.told.days[field] = { date: thisMonth ? today : date, month: known !== 'day' };
    if (known === 'span') this.keep(header, shown); // printed as written
    if (ahead && !thisMonth) this.say('occurred-in-future', field, column, cell.text);
  }

  amount(
    { column, field, header, unit, unitFrom, units }: Mapped,
    cell: Cell,
    rowUnit: Unit | null,
    currency: string | null,
  ): void {
    const { layout } = this.around;
    const reading = readAmount(cell, rowUnit ?? unit ?? layout.unit);
    if (reading.is === 'empty') {
      if (reading.said !== null && reading.said.length > 1) this.keep(header, reading.said);
      return;
    }
    if (reading.is === 'not-understood') {
      this.keep(header, reading.shown || cell.text);
      if (reading.why !== 'picture') this.say(amountFinding(field, reading), field, column, cell.text);
      return;
    }
    this.store(field, reading.value, currency);
    const { own } = reading.value;
    if (cell.doubt === 'scaled' && own !== null && unit !== null && unitFrom === 'header' && own.unit !== unit.unit)
      this.say('unit-contradicts', field, column, cell.text);
    if (units.length > 1 && currency === null && own === null && rowUnit === null)
      this.say('two-units', field, column, cell.text);
    if (field === 'contracted' && cell.merged !== undefined && (cell.mergedRows ?? 1) > 1)
      this.say('amount-merged', field, column, cell.text);
  }

  private store(field: FieldName, { money, typed }: AmountRead, currency: string | null): void {
    this.told.money[field] = currency !== null && money.currency === 'CNY' ? { ...money, currency } : money;
    this.told.typed[field] = typed;
  }

  words({ column, field, header }: Mapped, cell: Cell): void {
    const reading = readText(cell);
    if (reading.is === 'not-understood') {
      if (reading.why === 'picture') return;
      this.keep(header, reading.shown || cell.text);
      const vital = reading.why === 'error' && ['name', 'code', 'contractNo'].includes(field);
      const lost = reading.why === 'digits-lost' && natureOf(field) === 'id';
      this.say(vital ? 'error-cell' : lost ? 'digits-lost' : 'not-understood', field, column, cell.text);
    } else if (reading.is === 'value') this.told.text[field] = reading.value;
    else if (field === 'screenResult' || field === 'certified' || field === 'saidSigned')
      if (reading.said !== null) this.told.text[field] = reading.said;
  }

  tag({ header }: Mapped, cell: Cell): void {
    const flag = readFlag(cell.text);
    if (flag === true)
      this.tags.push(
        clean(header)
          .replace(/^是否(为|属于|是)?/, '')
          .slice(0, 50),
      );
    else if (flag === null) this.keep(header, cell.text);
  }

  target(mapped: Mapped, cell: Cell): void {
    const { layout, sheet, today } = this.around;
    const target = targetIn(mapped, cell, this.told, layout, `${layout.title} ${sheet.name}`, today);
    if (target === null) this.keep(mapped.header, cell.text);
    else if (typeof target === 'string') this.say(target, 'target', mapped.column, cell.text);
    else this.targets.push(target);
  }
}

const isMoney = (field: FieldName): boolean => natureOf(field) === 'money';
const IDS = ['code', 'nationalCode', 'contractNo', 'voucher'] as const;

/** One data row as a record. */
export const recordOf = (around: Around, row: Row, place: number): LedgerRow => {
  const { sheet, layout } = around;
  const reader = new Reader(around, row);
  const { told, findings } = reader;
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
    if (column.field === 'tag') reader.tag(column, cell);
    else if (column.field === 'target' && layout.kind === 'targets') reader.target(column, cell);
    else if (nature === 'day' || nature === 'plan') reader.day(column, cell);
    else if (isMoney(column.field)) reader.amount(column, cell, rowUnit, currency);
    else if (nature === 'kept') keepText(reader, column, cell);
    else reader.words(column, cell);
  }
  row.cells.forEach((cell, column) => {
    if (cell === undefined || mapped.has(column)) return;
    const header = layout.headers.find((one) => one.column === column)?.text ?? `${columnName(column)}列`;
    keepText(reader, { header, field: 'note' }, cell);
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
const keepText = (reader: Reader, { header, field }: Pick<Mapped, 'header' | 'field'>, cell: Cell): void => {
  const reading = readText(cell);
  if (field === 'sequence' || reading.is === 'empty') return;
  const text = reading.is === 'value' ? reading.value : reading.shown || cell.text;
  if (text !== '') reader.keep(header, text);
};

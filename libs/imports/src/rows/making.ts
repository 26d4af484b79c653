import { lastDayOfMonth, type IsoDate } from '#domain';
import { clean, cleanName } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';
import { monthOfTable, yearsOver } from '../columns/years.ts';
import type { Cell, Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { finding, type Finding, type FindingCode } from '../judge/findings.ts';
import { keepApart } from '../plans/kept.ts';
import { addressOf } from './addresses.ts';
import { amountsAgain, type AmountAgain } from './amounts-again.ts';
import { commentsByRow } from './comments-by-row.ts';
import { targetIn, type TargetRow } from './target-row.ts';
import type { ArrivedInMonth, Day, Told } from './ledger-row.ts';

/** What the rows of a table have in common. */
export interface Around {
  readonly sheet: Pick<StoredSheet, 'name' | 'hidden' | 'date1904' | 'comments'>;
  readonly layout: Layout;
  readonly today: IsoDate;
  readonly columns: readonly Mapped[]; // in the order in which they are read
  readonly again: readonly AmountAgain[]; // amounts that two columns tell
  readonly mapped: ReadonlySet<number>;
  readonly headerAt: ReadonlyMap<number, string>;
  readonly units: ReadonlySet<string>; // names of the organisation
  readonly comments: ReturnType<typeof commentsByRow>;
  readonly yearAt: number | null; // the column of the year that all days of a row are in
  readonly years: ReadonlyMap<number, string>; // by column: the year of days that name none
  readonly asOf: string | null; // YYYY-MM: from when 去年 and 上月 are told
}

/** How late in the year a head is: 7月19日进展 after 7月12日进展. */
const lateness = (header: string): number => {
  const [, month = '0', day = '0'] = /(\d{1,2})月(?:(\d{1,2})日)?/.exec(clean(header)) ?? [];
  return Number(month) * 100 + Number(day);
};

const YEAR_OF_ROW = /^(所属|签约|统计)?(年度|年份)$/;

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
  again: amountsAgain(layout),
  mapped: new Set(layout.columns.map(({ column }) => column)),
  headerAt: new Map(layout.headers.map(({ column, text }) => [column, text])),
  comments: commentsByRow(sheet.comments, layout),
  yearAt: layout.unmapped.find(({ text }) => YEAR_OF_ROW.test(text))?.column ?? null,
  years: yearsOver(layout, sheet.name),
  asOf: monthOfTable(layout.title, sheet.name) ?? monthOfTable(layout.titleOfAll ?? '', ''),
});

export const cellIn = (layout: Layout, wanted: FieldName, { row, from }: Pick<Told, 'row' | 'from'>): string | null => {
  const column = from[wanted] ?? layout.columns.find(({ field }) => field === wanted)?.column;
  return column === undefined ? null : addressOf(layout, column, row);
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

/** The last day of the month up to which a column, or its table, tells; the day of the import where neither says one, or it lies ahead. */
export const dayOfTable = ({ today, asOf }: Around, header: string): Day => {
  const [year, month] = (monthOfTable(header, '') ?? asOf ?? today).split('-').map(Number) as [number, number];
  const end = lastDayOfMonth(year, month);
  return { date: end > today ? today : end, month: true };
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

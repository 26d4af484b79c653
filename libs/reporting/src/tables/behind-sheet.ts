import { EVENT_WORDS, inUnit, type IsoDate, type Money } from '#domain';
import type { Language } from '../lists/list-columns.ts';
import type { Cell } from '../sheets/cell.ts';
import type { Sheet } from '../sheets/workbook.ts';

/** One project, or one arrival, that a figure counts: in which row of the table, by which fact, on what paper. */
export interface BehindLine {
  readonly row: string;
  readonly project: { readonly code: string; readonly name: string };
  readonly event: { readonly type: string; readonly on: IsoDate; readonly basis: string | null } | null;
  readonly amount: Money | null; // null: it counts as one
}

const HEADERS = {
  zh: ['所属', '项目编号', '项目名称', '依据的事实', '日期', '文件或凭证', '数值（个，或万）', '币种'],
  en: ['Row', 'Project number', 'Project', 'Fact', 'Date', 'Paper', 'Value (one, or 10,000)', 'Currency'],
} as const;
const WIDTHS = [20, 16, 40, 20, 12, 24, 16, 8];

const isEvent = (type: string): type is keyof typeof EVENT_WORDS => Object.hasOwn(EVENT_WORDS, type);

async function* cellsOf(lines: AsyncIterable<BehindLine>, language: Language): AsyncIterable<readonly Cell[]> {
  for await (const { row, project, event, amount } of lines)
    yield [
      row,
      project.code,
      project.name,
      event === null ? null : isEvent(event.type) ? EVENT_WORDS[event.type][language] : event.type,
      event === null ? null : { day: event.on },
      event?.basis ?? null,
      { number: amount === null ? '1' : inUnit(amount, '万元') },
      amount?.currency ?? null,
    ];
}

/** The sheet behind the figures of one metric: filtered by its first column it is what stands behind one of them. */
export const behindSheet = (
  title: string,
  notes: readonly string[],
  lines: AsyncIterable<BehindLine>,
  language: Language,
): Sheet => ({
  name: title,
  title,
  notes,
  columns: HEADERS[language].map((header, at) => ({ header, width: WIDTHS[at]! })),
  rows: cellsOf(lines, language),
});

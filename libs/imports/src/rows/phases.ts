import { clean, isEmpty } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { columnName } from '../files/workbook.ts';
import { finding } from '../judge/findings.ts';
import { plain } from '../judge/similarity.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { Around } from './making.ts';
import { withPhases, type Phase } from './with-phases.ts';
import { withArrivals } from './arrivals-under.ts';
import { recordOf } from './record.ts';

/** 一期, 第二期工程, （三）期, Ⅱ期: the name of a phase, and of no project. */
const PHASE =
  /^(?:其中[:]?)?[(]?第?[(]?([一二三四五六七八九十]{1,2}|\d{1,2}|I{1,3}|IV|VI{0,3}|首|远|后续)[)]?期[)]?(工程|项目|建设|部分|工程项目|建设项目|建设工程)?[:]?$/i;
const isPhase = (text: string): boolean => PHASE.test(clean(text).replace(/\s/g, ''));

const OF_ARRIVALS: ReadonlySet<FieldName> = new Set<FieldName>(['sequence', 'arrivedOn', 'amount', 'note']);

interface Above {
  readonly record: LedgerRow;
  readonly row: Row;
  readonly phases: Phase[];
  readonly arrivals: LedgerRow[]; // of its money, each in a row of its own under the merged name
  readonly alone: boolean; // a phase of no project that can be told
  merged: boolean; // its name stands over the rows of its phases: its own row is the first of them
}

/** What stands in a cell of the row's own; null where nothing does. */
const ownText = (cell: Cell | undefined): string | null =>
  cell === undefined || isEmpty(cell) || cell.merged === 'covered' ? null : clean(cell.text);

/** A phase is no project by that name alone; the one that stands above it may be another's. */
const sayAlone = (record: LedgerRow, project: LedgerRow | null): void => {
  const { name } = record.text;
  const [zh, en] =
    project === null
      ? ['', '']
      : [
          `，上面的项目是第 ${project.row} 行“${project.text.name ?? ''}”`,
          `; the project above it is "${project.text.name ?? ''}" in row ${project.row}`,
        ];
  const more = { zh: `“${name!}”${zh}`, en: `"${name!}"${en}.` };
  record.findings.push(finding('only-a-phase', 'name', record.cellOf('name'), name!, more));
};

/** Follows the rows of a table: phases join the project above them, which is finished where another begins. */
export const phasesUnder = (around: Around) => {
  const { layout, headerAt } = around;
  const columnOf = (field: FieldName): number | undefined => layout.columns.find((one) => one.field === field)?.column;
  const at = ({ cells }: Row, field: FieldName): Cell | undefined => {
    const column = columnOf(field);
    return column === undefined ? undefined : cells[column];
  };
  const follows = (layout.kind === 'projects' || layout.kind === 'leads') && columnOf('name') !== undefined;
  let above: Above | null = null;
  let project: LedgerRow | null = null; // the last one with a name of its own

  const anothers = (row: Row, { record }: Above): boolean => {
    const [code, investor] = [ownText(at(row, 'code')), ownText(at(row, 'investor'))];
    const other = investor !== null && plain(investor) !== plain(record.text.investor ?? '');
    return other || (code !== null && plain(code) !== plain(record.text.code ?? ''));
  };
  const labelIn = ({ cells }: Row): string | null =>
    cells.map(ownText).find((text) => text !== null && isPhase(text)) ?? null;
  /** The name of the phase that a row is, of the project above; null where it is none. */
  const labelOf = (row: Row, parent: Above): string | null => {
    const name = at(row, 'name');
    const own = ownText(name);
    if (own !== null) return isPhase(own) ? own : null;
    const goesOn = name?.merged === 'covered' && at(parent.row, 'name')?.merged !== undefined;
    if (!goesOn || name.across === true) return null;
    const parts = (['contracted', 'intendedAmount'] as const).some((field) => ownText(at(row, field)) !== null);
    return labelIn(row) ?? (parts ? `第${row.number}行` : null);
  };
  /** Whether a row under a merged name tells an arrival, and nothing else that a project has. */
  const isArrival = (row: Row, parent: Above): boolean => {
    const name = at(row, 'name');
    if (name?.merged !== 'covered' || name.across === true || at(parent.row, 'name')?.merged === undefined)
      return false;
    const own = layout.columns.filter(({ column }) => ownText(row.cells[column]) !== null).map(({ field }) => field);
    return own.includes('amount') && own.every((field) => OF_ARRIVALS.has(field));
  };
  const saidBy = ({ cells }: Row): string =>
    cells
      .map(ownText)
      .flatMap((text, column) =>
        text !== null && column !== columnOf('name') && column !== columnOf('sequence')
          ? [`${headerAt.get(column) ?? `${columnName(column)}列`}：${text}`]
          : [],
      )
      .join('；');

  return {
    /** What the row is of the project above, with which it went: a phase, or an arrival; null where it is neither. */
    take: (row: Row): 'phase' | 'arrival' | null => {
      if (!follows || above === null || above.alone || anothers(row, above)) return null;
      if (isArrival(row, above)) {
        above.arrivals.push(recordOf(around, row, above.record.place));
        return 'arrival';
      }
      const label = labelOf(row, above);
      if (label === null) return null;
      if (at(row, 'name')?.merged === 'covered') above.merged = true;
      above.phases.push({ label, said: saidBy(row), record: recordOf(around, row, above.record.place) });
      return 'phase';
    },
    begin: (record: LedgerRow, row: Row): void => {
      const alone = follows && isPhase(record.text.name ?? '');
      if (alone) sayAlone(record, project);
      else project = record;
      above = { record, row, phases: [], arrivals: [], merged: false, alone };
    },
    /** The project that was begun, with its phases; null where none was. */
    end: (): LedgerRow | null => {
      const done = above;
      above = null;
      if (done === null) return null;
      if (done.arrivals.length > 0) return withArrivals(done.record, done.arrivals);
      if (done.phases.length === 0) return done.record;
      const first = {
        label: labelIn(done.row) ?? `第${done.row.number}行`,
        said: saidBy(done.row),
        record: done.record,
      };
      return withPhases(done.record, done.merged ? [first, ...done.phases] : done.phases, done.merged);
    },
  };
};

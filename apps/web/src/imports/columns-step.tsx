import type { Report } from './send-import.ts';
import type { Mapping } from './mapping.ts';
import { SheetColumns } from './sheet-columns.tsx';
import type { Schemas } from '../ask/api.ts';

/** A sheet that nobody understood, laid out like the others so that a person can say what its columns are. */
const asSheet = ({ sheet, headerRow, columns }: Report['unread'][number]): Schemas['ImportedSheet'] => ({
  sheet,
  kind: 'notes',
  headerRow,
  columns: {},
  mapping: [],
  unmapped: [],
  others: [...columns],
  unit: '万元',
  layout: null,
  passed: [],
  regionLines: [],
  comments: [],
  rows: { read: 0, passedOver: 0, accepted: 0, warned: 0, held: 0, rejected: 0, unchanged: 0 },
});

/** Every sheet with its columns, those that were not understood first. Sheets of notes have none. */
export const ColumnsStep = ({
  report,
  mapping,
  onMap,
}: {
  report: Report;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
}) => {
  const sheets = [...report.unread.map(asSheet), ...report.sheets.filter(({ kind }) => kind !== 'notes')];
  return sheets.map((sheet, index) => (
    <SheetColumns key={`${index}${sheet.sheet}`} sheet={sheet} mapping={mapping} onMap={onMap} />
  ));
};

import type { Report } from './send-import.ts';
import { tableIn, type Mapping } from './mapping.ts';
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

/** Every table with its columns, those that were not understood first. Sheets of notes have none; one that a person leaves out can be taken back. */
export const ColumnsStep = ({
  report,
  mapping,
  onMap,
}: {
  report: Report;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
}) => {
  const read = report.sheets.filter(
    (one) => one.kind !== 'notes' || mapping[tableIn(report.sheets, one)]?.kind === 'notes',
  );
  const sheets = [...report.unread.map(asSheet), ...read];
  return sheets.map((sheet, index) => (
    <SheetColumns
      key={`${index}${sheet.sheet}`}
      sheet={sheet}
      name={tableIn(sheets, sheet)}
      mapping={mapping}
      onMap={onMap}
    />
  ));
};

type Loose = Readonly<Record<string, unknown>>;

/** What reports of earlier versions do not tell, as one that has nothing to tell of it says. */
const OF_REPORT: Loose = { groups: [], unread: [], notes: [], targets: [], unknownUnits: [], resultWorkbook: null };
const OF_SHEET: Loose = {
  headerRow: null,
  columns: {},
  mapping: [],
  unmapped: [],
  others: [],
  unit: '万元',
  layout: null,
  passed: [],
  regionLines: [],
  comments: [],
};
const OF_COLUMN: Loose = { because: [], unit: null, unitFrom: null, hidden: false, samples: [] };
const OF_ROW: Loose = { changes: [], findings: [], project: null, shows: {} };
const OF_UNREAD: Loose = { headers: [], headerRow: 1, columns: [], missing: [] };
const OF_GROUP: Loose = { field: null, read: null, rows: [], offers: [] };

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** Each part with what it does not tell. */
const each = (parts: unknown, whole: Loose, more: (part: Loose) => Loose = (part) => part): unknown =>
  Array.isArray(parts)
    ? parts.map((part) => (isObject(part) ? more({ ...whole, ...part }) : (part as unknown)))
    : parts;

const wholeSheet = (sheet: Loose): Loose => ({
  ...sheet,
  mapping: each(sheet['mapping'], OF_COLUMN),
  others: each(sheet['others'], { samples: [] }),
});

/** A report as this version or an earlier one stored it, in the shape of today: what it does not tell is nothing. */
export const completeReport = (report: object): object => {
  const told: Loose = { ...OF_REPORT, ...report };
  return {
    ...told,
    sheets: each(told['sheets'], OF_SHEET, wholeSheet),
    rows: each(told['rows'], OF_ROW),
    groups: each(told['groups'], OF_GROUP),
    unread: each(told['unread'], OF_UNREAD),
  };
};

import { count, flag, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const kind = oneOf('projects', 'arrivals', 'progress', 'leads', 'targets', 'notes');
const verdict = oneOf('warn', 'held', 'reject');
const samples = listOf(text);
const counts = object({
  read: count,
  passedOver: count,
  accepted: count,
  warned: count,
  held: count,
  rejected: count,
  unchanged: count,
});
const otherColumns = listOf(object({ column: text, header: text, samples }));

/** A target that the file states, as it is written. */
const TARGET = object({
  metric: text,
  definition: orNull(text),
  issuer: orNull(text),
  unit: text,
  within: orNull(text),
  year: text,
  value: { oneOf: [object({ money: ref('Money') }), object({ count: text }), object({ percent: text })] },
  provisional: flag,
  document: orNull(text),
  cell: text,
});

/** What an import did, or would do: how each sheet was understood, what was found in its rows, and what of it waits for a person (libs/imports/README.md, "The report"). */
export const IMPORT_REPORT: Readonly<Record<string, Schema>> = {
  ImportedSheet: object({
    sheet: text,
    kind,
    headerRow: orNull(count),
    columns: mapOf(text),
    mapping: listOf(
      object({
        column: text,
        header: text,
        field: text,
        unit: orNull(text),
        unitFrom: orNull(oneOf('header', 'group', 'above', 'sheet', 'below', 'beside', 'saved', 'assumed')),
        because: listOf(oneOf('words', 'values', 'saved')),
        samples,
        hidden: flag,
      }),
    ),
    unmapped: listOf(text),
    others: otherColumns,
    unit: text,
    layout: orNull(text),
    passed: listOf(object({ row: count, why: text })),
    regionLines: listOf(
      object({
        row: count,
        text,
        region: orNull(text),
        because: orNull(oneOf('known', 'near', 'shape', 'saved')),
      }),
    ),
    comments: listOf(object({ cell: text, text })),
    rows: counts,
  }),
  ImportFinding: object({
    code: text,
    field: orNull(text),
    cell: orNull(text),
    read: orNull(text),
    message: ref('Sentence'),
    'change?': object({ from: text, to: text }),
    'resembles?': object({ project: orNull(text), sheet: orNull(text), row: orNull(count), shows: mapOf(text) }),
  }),
  ReportedRow: object({
    sheet: text,
    row: count,
    verdict,
    findings: listOf(ref('ImportFinding')),
    changes: listOf(object({ field: orNull(text), cell: orNull(text), from: text, to: text })),
    project: orNull(object({ id: orNull(text), code: orNull(text), name: orNull(text) })),
    shows: mapOf(text),
  }),
  FindingGroup: object({
    sheet: text,
    code: text,
    verdict,
    field: orNull(text),
    read: orNull(text),
    rows: listOf(count),
    count,
    message: ref('Sentence'),
    offers: listOf(oneOf('add-region', 'other-unit', 'map-column', 'same', 'new', 'reject')),
  }),
  UnreadSheet: object({
    sheet: text,
    rows: count,
    headers: listOf(text),
    headerRow: count,
    columns: otherColumns,
    missing: listOf(text),
  }),
  ImportReport: object({
    file: text,
    sha256: text,
    importId: text,
    repeatOf: orNull(text),
    dryRun: flag,
    sheets: listOf(ref('ImportedSheet')),
    rows: listOf(ref('ReportedRow')),
    groups: listOf(ref('FindingGroup')),
    unread: listOf(ref('UnreadSheet')),
    notes: listOf(object({ code: text, sheets: listOf(text), message: ref('Sentence') })),
    targets: listOf(TARGET),
    unknownUnits: listOf(text),
    resultWorkbook: orNull(text),
  }),
};

export { analyse, importIdOf, type Analysis, type Known } from './analyse.ts';
export type { SheetKind } from './columns/fields.ts';
export { FINDINGS, type Finding, type FindingCode, type Verdict } from './findings.ts';
export { importStream, importWorkbook, type ImportReport, type ImportRequest, type ImportTools, type ReportedRow, type ReportedSheet } from './import.ts';
export type { SavedMapping } from './layout.ts';
export { harmless, writeResultWorkbook } from './result-workbook.ts';
export { similarity } from './similarity.ts';
export { candidatesOf, type Candidates, type SharedKeys, type Stored, type StoredProjects } from './stored.ts';
export { readWorkbook, type Sheet } from './workbook.ts';

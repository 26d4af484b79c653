export { LAYOUTS, type Layout } from './lists/layouts.ts';
export { heldSheet, listSheet, type HeldLine } from './lists/list-sheet.ts';
export type { Language } from './lists/list-columns.ts';
export { workbook, type Sheet } from './sheets/workbook.ts';

/** What one file may ask of the server. Excel's own limits where it has one, else far above any ledger that was ever seen. */
export const BOUNDS = {
  bytes: 100 * 1024 * 1024,
  oldBytes: 24 * 1024 * 1024, // of a kind that can only be read whole
  parts: 5_000,
  unpacked: 700 * 1024 * 1024, // all parts together
  strings: 64 * 1024 * 1024, // signs of all shared strings
  withoutTag: 8 * 1024 * 1024, // bytes of xml between two tags
  sheets: 255,
  rows: 500_000, // with content, of all sheets
  columns: 1_000,
  cell: 32_767, // signs (Excel)
  row: 1_000_000, // signs
  merges: 200_000, // blocks of a sheet
  merged: 5_000_000, // cells that repeat a merged value, of a sheet
  stored: 1_024 * 1024 * 1024, // bytes of rows set down on disk
  styles: 100_000,
  comments: 10_000, // of a sheet; what is beyond these bounds is not read, and said
  comment: 32_767, // signs of one
  commented: 4 * 1024 * 1024, // signs of all that are read of a sheet
  commentPart: 16 * 1024 * 1024, // tags and signs of a part with comments
} as const;

/** How long and with how much memory a thread may read one file. */
export interface Allowance {
  readonly seconds: number;
  readonly megabytes: number;
}
export const ALLOWANCE: Allowance = { seconds: 180, megabytes: 768 };

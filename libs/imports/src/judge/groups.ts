import type { Sentence } from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { FINDINGS, type Finding, type FindingCode, type Verdict } from './findings.ts';

/** What one decision can do for a whole group of equal findings. */
type GroupOffer = 'add-region' | 'other-unit' | 'map-column' | 'same' | 'new' | 'reject';

/** Equal findings of a sheet, to be decided at once. */
export interface FindingGroup {
  readonly sheet: string;
  readonly code: FindingCode;
  readonly verdict: Verdict;
  readonly field: FieldName | null;
  readonly read: string | null; // what stands in the cells, where they are all the same
  readonly rows: readonly number[]; // the first of them
  readonly count: number;
  readonly message: Sentence;
  readonly offers: readonly GroupOffer[];
}

const IDENTITY: readonly GroupOffer[] = ['same', 'new', 'reject'];
const OFFERS: Readonly<Partial<Record<FindingCode, readonly GroupOffer[]>>> = {
  'region-unknown': ['add-region', 'reject'],
  'region-line-doubted': ['new', 'map-column', 'reject'],
  'order-of-magnitude': ['other-unit'],
  'two-units': ['other-unit'],
  'unit-not-told': ['other-unit', 'new', 'reject'],
  'units-differ': ['other-unit', 'new', 'reject'],
  'amount-beyond-reason': ['other-unit', 'new', 'reject'],
  'unit-contradicts': ['other-unit'],
  'note-contradicts': ['other-unit'],
  'amount-open': ['new', 'reject'],
  'amounts-differ': ['new', 'reject'],
  'whole-and-foreign': ['new', 'reject'],
  'arrival-day-unclear': ['new', 'reject'],
  'arrived-untold': ['new'],
  'arrived-differs': ['new'],
  'phases-open': ['new', 'reject'],
  'only-a-phase': ['reject'],
  'not-understood': ['map-column'],
  'columns-changed-places': ['map-column', 'reject'],
  'column-doubted': ['map-column', 'reject'],
  'columns-doubted': ['map-column', 'new', 'reject'],
  'amount-in-words': ['map-column', 'reject'],
  'not-a-date': ['map-column', 'reject'],
  'name-missing': ['reject'],
  'contract-number-used': IDENTITY,
  'national-code-used': IDENTITY,
  'code-used': IDENTITY,
  'same-project': IDENTITY,
  'perhaps-renamed': IDENTITY,
  'differs-from-recorded': ['same', 'reject'],
  'arrival-in-place': IDENTITY,
  'month-recorded': ['new', 'reject'],
  'sheets-differ': ['new', 'reject'],
  'decides-without-day': ['new', 'reject'],
  'signing-not-told': ['new', 'reject'],
  'decides-unclear': ['new', 'reject'],
  'amount-merged': ['reject'],
  'only-a-name': ['new', 'reject'],
  'name-struck-out': ['new', 'reject'],
};
/** Findings of a whole column, which say the same in each of its rows. */
const OF_COLUMN: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'columns-changed-places',
  'column-doubted',
  'columns-doubted',
  'region-line-doubted',
]);
const TOLD = 50;
/** Findings whose cells must hold the same to be one case. */
const BY_VALUE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'region-unknown',
  'region-line-doubted',
  'decides-unclear',
  'decides-without-day',
  'amount-open',
  'amount-about',
  'amount-in-parts',
]);

interface FoundIn {
  readonly sheet: string;
  readonly row: number;
  readonly findings: readonly Finding[];
}

/** The findings of a report in groups, the largest first. */
export const groupsOf = (rows: readonly FoundIn[]): readonly FindingGroup[] => {
  const groups = new Map<string, FindingGroup & { rows: number[]; count: number }>();
  for (const { sheet, row, findings } of rows)
    for (const { code, field, read, message } of findings) {
      const value = BY_VALUE.has(code) ? read : null;
      const key = JSON.stringify([sheet, code, field, value]);
      const group = groups.get(key);
      if (group === undefined) {
        const [verdict, zh, en] = FINDINGS[code];
        const said = value === null && !OF_COLUMN.has(code) ? { zh, en } : message;
        const offers = OFFERS[code] ?? [];
        groups.set(key, {
          sheet,
          code,
          verdict,
          field: field as FieldName | null,
          read: value,
          rows: [row],
          count: 1,
          message: said,
          offers,
        });
      } else {
        group.count += 1;
        if (group.rows.length < TOLD) group.rows.push(row);
      }
    }
  return [...groups.values()].sort((a, b) => b.count - a.count);
};

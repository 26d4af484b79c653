import { breath } from '../breath.ts';
import type { SheetKind } from '../columns/field-names.ts';
import type { Decided } from '../judge/decisions.ts';
import { onlyRefers } from '../judge/seen.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRow } from './ledger-row.ts';
import { investorOf } from '../plans/registration.ts';
import type { SharedKeys, Stored, StoredProjects } from '../plans/stored.ts';

/** Rows that are not stored, by code or name, for those that tell of the same project. */
export type Unsound = Map<string, 'reject' | 'held'>;

const ROWS_AT_ONCE = 1_000;
/** Who invests tells a renamed project, of rows that are projects. */
const firmOf = (row: LedgerRow): string | undefined => {
  if (row.byFirm) return row.text.name;
  return row.kind === 'projects' || row.kind === 'leads' ? investorOf(row) : undefined;
};
const keysOf = (row: LedgerRow): SharedKeys => ({
  code: row.text.code ?? null,
  nationalCode: row.text.nationalCode ?? null,
  contractNo: row.text.contractNo ?? null,
  name: row.text.name ?? null,
  firm: firmOf(row),
});

/** What a decision names may be any of a project's numbers, or its name. */
const keysNamed = (as: string | undefined): readonly SharedKeys[] =>
  as === undefined ? [] : [{ code: as, nationalCode: as, contractNo: as, name: as }];

/** Sheets that name projects by their firms, or only speak of them, come last: others may tell whose they are. */
const inTurn = ({ sheets }: Ledger): Ledger['sheets'] => {
  const later = ({ layout }: Ledger['sheets'][number]): boolean =>
    onlyRefers(layout) || layout.columns.some(({ firm }) => firm === true);
  return [...sheets.filter((one) => !later(one)), ...sheets.filter(later)];
};

/** Each row of these sheets once, in order, beside the stored projects that share something with it; some hundreds in memory at a time. */
export const eachRow = async (
  ledger: Ledger,
  stored: StoredProjects,
  kinds: readonly SheetKind[],
  decided: Decided,
  judge: (row: LedgerRow, candidates: readonly Stored[]) => void,
): Promise<void> => {
  for (const { from, to } of inTurn(ledger).filter(({ layout }) => kinds.includes(layout.kind)))
    for (let first = from; first < to; first += ROWS_AT_ONCE) {
      const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, to - first) }, (_, index) =>
        ledger.checked(first + index),
      );
      const keys = rows.map((row) => [keysOf(row), ...keysNamed(decided(row)?.as)]);
      const candidates = await stored.find(keys.flat());
      for (const [index, row] of rows.entries()) {
        judge(row, [...new Set(keys[index]!.flatMap((one) => candidates.of(one)))]);
        ledger.keep(row);
      }
      await breath();
    }
};

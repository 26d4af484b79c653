import { codeOf } from './ids.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRow } from './ledger-row.ts';
import { places, type Places } from './places.ts';
import { say } from './say.ts';

const pair = ({ text }: LedgerRow): string | null => (text.name !== undefined && text.investor !== undefined ? `${text.name}\n${text.investor}` : null);
type Key = (row: LedgerRow) => string | null | undefined;

/** The sound rows so far of projects and leads, found again by what they say. Rows stay on disk. */
export interface Seen {
  /** The sound row of another sheet that tells of the same project. */
  readonly sameProject: (row: LedgerRow) => LedgerRow | null;
  /** Says where the row claims what an earlier sound row already holds: a person must decide. */
  readonly hold: (row: LedgerRow) => void;
  /** Earlier rows of its investor, one after the other. */
  readonly similarTo: (row: LedgerRow) => Iterable<LedgerRow>;
  readonly add: (row: LedgerRow) => void;
  /** Notes a code that a sound row gives itself, also of a row that tells of a project seen before. */
  readonly addCode: (row: LedgerRow) => void;
  readonly coded: (code: string) => LedgerRow | null;
  /** Rows of a name; two are enough to know that the name does not tell them apart. */
  readonly named: (name: string) => readonly LedgerRow[];
  readonly contracted: (contractNo: string) => LedgerRow | null;
}

export const seenRows = (ledger: Ledger): Seen => {
  const index = (key: Key): { readonly all: Places; readonly key: Key } => ({ all: places(), key });
  type Index = ReturnType<typeof index>;
  const [codes, ownCodes, pairs, investors, names] = [index(codeOf), index(({ text }) => text.code), index(pair), index(({ text }) => text.investor), index(({ text }) => text.name)];
  const [contracts, nationals] = [index(({ text }) => text.contractNo), index(({ text }) => text.nationalCode)];
  function* each({ all, key }: Index, wanted: string): Iterable<LedgerRow> {
    for (const place of all.of(wanted)) {
      const row = ledger.at(place);
      if (key(row) === wanted) yield row;
    }
  }
  const last = (among: Index, wanted: string | null | undefined): LedgerRow | null => (wanted == null || wanted === '' ? null : [...each(among, wanted)].at(-1) ?? null);
  const put = ({ all, key }: Index, row: LedgerRow): void => { const own = key(row); if (own != null) all.add(own, row.place); };
  return {
    sameProject: (row) => {
      const other = last(codes, row.text.code);
      if (other !== null) return other.sheet !== row.sheet && other.text.name === row.text.name ? other : null;
      const twin = row.text.code === undefined ? last(pairs, pair(row)) : null;
      return twin !== null && twin.sheet !== row.sheet ? twin : null;
    },
    hold: (row) => {
      const told = (other: LedgerRow) => ({ zh: `第 ${other.row} 行“${other.text.name}”`, en: `row ${other.row} "${other.text.name}".` });
      const [byContract, byNational, byPair, byCode] = [last(contracts, row.text.contractNo), last(nationals, row.text.nationalCode), last(pairs, pair(row)), last(codes, row.text.code)];
      if (byContract) say(row, 'contract-number-used', 'contractNo', told(byContract));
      if (byNational) say(row, 'national-code-used', 'nationalCode', told(byNational));
      if (byPair) say(row, 'same-project', 'name', told(byPair));
      if (byCode) say(row, 'code-used', 'code', told(byCode));
    },
    similarTo: ({ text }) => (text.investor === undefined ? [] : each(investors, text.investor)),
    add: (row) => { for (const one of [codes, contracts, nationals, pairs, investors, names]) put(one, row); },
    addCode: (row) => { put(ownCodes, row); },
    coded: (code) => last(ownCodes, code),
    named: (name) => {
      const found: LedgerRow[] = [];
      for (const row of each(names, name)) if (found.push(row) === 2) break;
      return found;
    },
    contracted: (contractNo) => last(contracts, contractNo),
  };
};

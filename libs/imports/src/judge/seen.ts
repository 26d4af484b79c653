import { alikeRows, type Alike } from './alike.ts';
import { amountOf, type Earlier } from './checks.ts';
import { codeOf } from '../plans/ids.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { Ledger } from '../rows/ledger.ts';
import { namesIn } from '../rows/meanings.ts';
import { investorOf } from '../plans/registration.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { places, type Places } from './places.ts';
import { say } from '../say.ts';
import type { Resembled } from './findings.ts';
import { firmOf, plain, sameName } from './similarity.ts';
import { spill } from '../files/spill.ts';

type Key = (row: LedgerRow) => string | null | undefined;

/** Names tell apart by what is left of them without blanks, punctuation and width (libs/domain/README.md, "Duplicates"). */
const partyOf = (row: LedgerRow): string | null => {
  const investor = investorOf(row);
  return investor === undefined ? null : plain(investor);
};
/** Firms by which money may name a project: its party, each of several, and the company that was founded for it. */
const firmsOf = (row: LedgerRow): readonly string[] => {
  const investor = investorOf(row);
  const all = [investor, row.shown.projectCompany, ...namesIn(investor)];
  return [...new Set(all.flatMap((firm) => (firm === undefined ? [] : [plain(firm)])))];
};
const pairedWith = (name: string | undefined, investor: string | null): string | null =>
  name !== undefined && investor !== null ? `${plain(name)}\n${investor}` : null;
const pair: Key = (row) => pairedWith(row.text.name, partyOf(row));
/** The same, whatever legal form the firm is written with: too little to be sure. */
const likePair: Key = (row) => {
  const investor = investorOf(row);
  return pairedWith(row.text.name, investor === undefined ? null : firmOf(investor));
};
const asRow = ({ sheet, row, shown }: LedgerRow): Resembled => ({ project: null, sheet, row, shows: shown });
const OWN: readonly FieldName[] = ['code', 'investor', 'foreignInvestor', 'domesticInvestor', 'contracted', 'signedOn'];
/** A list that has no column for a party, a contract or a number, 项目名称 and 终止日期, speaks of projects that others tell. */
export const onlyRefers = ({ kind, columns }: Layout): boolean =>
  kind === 'projects' && !columns.some(({ field }) => OWN.includes(field));
const MANY = 64; // rows of one investor, from which on they are looked up and no longer all compared

/** The sound rows so far of projects and leads, found again by what they say. Rows stay on disk. */
export interface Seen {
  /** The sound row of another sheet that tells of the same project, or the one above whose name is merged down to this row. */
  readonly sameProject: (row: LedgerRow) => LedgerRow | null;
  /** The earlier sound row that `hold` would name: the same project, if a person says so. */
  readonly heldBy: (row: LedgerRow) => LedgerRow | null;
  /** Says where the row claims what an earlier sound row already holds: a person must decide. */
  readonly hold: (row: LedgerRow) => void;
  /** Earlier rows of its investor, one after the other; of an investor with many, those that may be alike. */
  readonly similarTo: (row: LedgerRow) => Iterable<Earlier>;
  readonly add: (row: LedgerRow) => void;
  /** Notes a code that a sound row gives itself, also of a row that tells of a project seen before. */
  readonly addCode: (row: LedgerRow) => void;
  readonly coded: (code: string) => LedgerRow | null;
  /** Rows of a name; two are enough to know that the name does not tell them apart. */
  readonly named: (name: string) => readonly LedgerRow[];
  /** Rows of a party or of a project company of that name; two are enough to know that it does not tell them apart. */
  readonly ofFirm: (firm: string) => readonly LedgerRow[];
  readonly contracted: (contractNo: string) => LedgerRow | null;
  readonly close: () => void;
}

export const seenRows = (ledger: Ledger): Seen => {
  const index = (key: Key): { readonly all: Places; readonly key: Key } => ({ all: places(), key });
  type Index = ReturnType<typeof index>;
  const [codes, ownCodes, pairs, likePairs, names] = [
    index(codeOf),
    index(({ text }) => text.code),
    index(pair),
    index(likePair),
    index(({ text }) => (text.name === undefined ? undefined : plain(text.name))),
  ];
  const firms = places();
  const [contracts, nationals] = [index(({ text }) => text.contractNo), index(({ text }) => text.nationalCode)];
  // An investor's rows are compared each with each: of them only what is compared is read, not the whole row.
  const [investors, briefs] = [
    places(),
    spill<readonly [investor: string, name: string, row: number, amount: number | null]>(),
  ];
  const many = new Map<string, Alike>();
  const briefAt = (place: number): Earlier & { readonly investor: string } => {
    const [investor, name, row, amount] = briefs.at(place);
    return { investor, name, row, amount: amount ?? NaN };
  }; // JSON knows no NaN
  function* plainly(investor: string, found: readonly number[]): Iterable<Earlier> {
    for (const place of found) {
      const brief = briefAt(place);
      if (brief.investor === investor) yield brief;
    }
  }
  function* mayBeAlike(alike: Alike, name: string, amount: number): Iterable<Earlier> {
    for (const place of alike.of(name, amount)) yield briefAt(place);
  }
  /** Rows of an investor that has become one of many rows, from here on. */
  const gathered = (investor: string, found: readonly number[]): Alike => {
    const alike = alikeRows();
    for (const place of found) {
      const { investor: own, name, amount } = briefAt(place);
      if (own === investor) alike.add(name, amount, place);
    }
    many.set(investor, alike);
    return alike;
  };
  function* each({ all, key }: Index, wanted: string): Iterable<LedgerRow> {
    for (const place of all.of(wanted)) {
      const row = ledger.at(place);
      if (key(row) === wanted) yield row;
    }
  }
  const last = (among: Index, wanted: string | null | undefined): LedgerRow | null =>
    wanted == null || wanted === '' ? null : ([...each(among, wanted)].at(-1) ?? null);
  const put = ({ all, key }: Index, row: LedgerRow): void => {
    const own = key(row);
    if (own != null) all.add(own, row.place);
  };
  /** The project of another sheet that alone is called so. */
  const onlyOne = (name: string | undefined, sheet: string): LedgerRow | null => {
    const found = name === undefined ? [] : [...each(names, plain(name))];
    return found.length === 1 && found[0]!.sheet !== sheet ? found[0]! : null;
  };
  return {
    sameProject: (row) => {
      const above = row.further ? last(names, plain(row.text.name ?? '')) : null;
      if (above?.sheet === row.sheet) return above;
      const other = last(codes, row.text.code);
      if (other !== null) return other.sheet !== row.sheet && sameName(other.text.name, row.text.name) ? other : null;
      if (onlyRefers(ledger.sheetOf(row.place).layout)) return onlyOne(row.text.name, row.sheet);
      const twin = row.text.code === undefined ? last(pairs, pair(row)) : null;
      return twin !== null && twin.sheet !== row.sheet ? twin : null;
    },
    heldBy: (row) =>
      last(likePairs, likePair(row)) ??
      last(codes, row.text.code) ??
      last(contracts, row.text.contractNo) ??
      last(nationals, row.text.nationalCode),
    hold: (row) => {
      const told = (other: LedgerRow) => ({
        zh: `第 ${other.row} 行“${other.text.name}”`,
        en: `row ${other.row} "${other.text.name}".`,
      });
      const [byContract, byNational, byPair, byCode] = [
        last(contracts, row.text.contractNo),
        last(nationals, row.text.nationalCode),
        last(likePairs, likePair(row)),
        last(codes, row.text.code),
      ];
      if (byContract) say(row, 'contract-number-used', 'contractNo', told(byContract), asRow(byContract));
      if (byNational) say(row, 'national-code-used', 'nationalCode', told(byNational), asRow(byNational));
      if (byPair) say(row, 'same-project', 'name', told(byPair), asRow(byPair));
      if (byCode) say(row, 'code-used', 'code', told(byCode), asRow(byCode));
    },
    similarTo: (row) => {
      const investor = partyOf(row);
      const { name } = row.text;
      if (investor === null) return [];
      const known = many.get(investor);
      const found = known === undefined ? investors.of(investor) : [];
      if (known === undefined && found.length < MANY) return plainly(investor, found);
      return mayBeAlike(known ?? gathered(investor, found), name!, amountOf(row));
    },
    add: (row) => {
      for (const one of [codes, contracts, nationals, pairs, likePairs, names]) put(one, row);
      for (const firm of firmsOf(row)) firms.add(firm, row.place);
      const investor = partyOf(row);
      const { name } = row.text;
      if (investor === null) return;
      const [amount, place, known] = [amountOf(row), briefs.length(), many.get(investor)];
      briefs.push([investor, name!, row.row, amount]);
      if (known === undefined) investors.add(investor, place);
      else known.add(name!, amount, place);
    },
    addCode: (row) => {
      put(ownCodes, row);
    },
    coded: (code) => last(ownCodes, code),
    named: (name) => {
      const found: LedgerRow[] = [];
      for (const row of each(names, plain(name))) if (found.push(row) === 2) break;
      return found;
    },
    ofFirm: (firm) =>
      [...new Set(firms.of(plain(firm)))]
        .map(ledger.at)
        .filter((row) => firmsOf(row).includes(plain(firm)))
        .slice(0, 2),
    contracted: (contractNo) => last(contracts, contractNo),
    close: briefs.close,
  };
};

import { firmOf, sameName, similarity } from './similarity.ts';

const NEAR = 0.85;
/** From this similarity on names are alike at all. */
export const WEAK = 0.6;

/** How surely two names of one investor mean one project (libs/domain/README.md, "Duplicates"). */
export const levelOf = (alike: number): 2 | 3 => (alike >= NEAR ? 2 : 3);

/** What projects are told apart by. */
export interface Known {
  readonly name: string;
  readonly investor: string | null;
  readonly nationalCode: string | null;
}
type LikeReason = 'same-national-code' | 'same-name' | 'same-investor' | 'name-alike';

/** How much two projects are alike: the level, 1 the surest; the similarity of their names, 0 to 1; and why. */
export interface Likeness {
  readonly level: 1 | 2 | 3 | 4;
  readonly similarity: number;
  readonly reasons: readonly LikeReason[];
}

const sameFirm = (a: string | null, b: string | null): boolean => a !== null && b !== null && firmOf(a) === firmOf(b);

/** What two projects have in common. */
interface Common {
  readonly code: boolean; // one national code
  readonly name: boolean;
  readonly firm: boolean;
  readonly alike: number; // of their names, 0 to 1
}

/** Why they may be one project, the surest reason first. */
const reasonsOf = ({ code, name, firm, alike }: Common): readonly LikeReason[] => {
  const reasons: readonly (LikeReason | false)[] = [
    code && 'same-national-code',
    name && 'same-name',
    firm && 'same-investor',
    !name && alike >= WEAK && 'name-alike',
  ];
  return reasons.filter((reason) => reason !== false);
};

const levelBy = ({ code, name, firm, alike }: Common): Likeness['level'] => {
  if (code || (name && firm)) return 1;
  return firm && alike >= WEAK ? levelOf(alike) : 4;
};

/** Null where they have nothing in common that tells. Without an investor on either side a name alone is weak. */
export const likenessOf = (one: Known, other: Known): Likeness | null => {
  const alike = similarity(one.name, other.name);
  const common: Common = {
    code: one.nationalCode !== null && one.nationalCode === other.nationalCode,
    name: sameName(one.name, other.name),
    firm: sameFirm(one.investor, other.investor),
    alike,
  };
  const reasons = reasonsOf(common);
  return reasons.length === 0 ? null : { level: levelBy(common), similarity: Math.round(alike * 100) / 100, reasons };
};

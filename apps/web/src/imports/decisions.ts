import type { Schemas } from '../ask/api.ts';

export type Group = Schemas['FindingGroup'];
export type Row = Schemas['ReportedRow'];
export type Finding = Schemas['ImportFinding'];
export type DecisionKind = 'same' | 'new' | 'later' | 'reject';

/** What a person decided: about one row, or about all rows of a sheet with one finding. */
export interface Decision {
  readonly sheet: string;
  readonly row?: number;
  readonly code?: string;
  readonly read?: string;
  readonly decision: DecisionKind;
  readonly as?: string; // the project that the row is
}
export type Decisions = Readonly<Record<string, Decision>>;

export const keyOfRow = ({ sheet, row }: Pick<Row, 'sheet' | 'row'>): string => JSON.stringify([sheet, row]);
export const keyOfGroup = ({ sheet, code, read }: Group): string => JSON.stringify([sheet, code, read]);
export const listOfDecisions = (decisions: Decisions): readonly Decision[] => Object.values(decisions);

/** The decisions with one more, or one fewer. */
const deciding = (decisions: Decisions, key: string, one: Decision | null): Decisions => {
  const { [key]: _before, ...rest } = decisions;
  return one === null ? rest : { ...rest, [key]: one };
};

export const decidingRow = (decisions: Decisions, row: Row, decision: DecisionKind | null): Decisions => {
  const { sheet, row: number } = row;
  const as = resembledBy(row)?.resembles?.project ?? null;
  const named = decision === 'same' && as !== null ? { as } : {};
  return deciding(decisions, keyOfRow(row), decision === null ? null : { sheet, row: number, decision, ...named });
};

export const decidingGroup = (decisions: Decisions, group: Group, decision: DecisionKind | null): Decisions => {
  const { sheet, code, read } = group;
  const said = read === null ? { sheet, code } : { sheet, code, read };
  return deciding(decisions, keyOfGroup(group), decision === null ? null : { ...said, decision });
};

/** The finding that says what a row may be the same as. */
export const resembledBy = ({ findings }: Row): Finding | undefined =>
  findings.find(({ resembles }) => resembles !== undefined);

const KINDS: readonly string[] = ['same', 'new', 'reject'];

/** What can be decided of a group at once. */
export const decisionsFor = ({ offers }: Group): readonly DecisionKind[] =>
  offers.filter((offer): offer is 'same' | 'new' | 'reject' => KINDS.includes(offer));

import type { IsoDate } from '../dates.ts';
import type { Sentence } from '../rejected.ts';
import type { OrganisationEvent } from './events.ts';
import { findUnit, type Organisation, type OrganisationUnit } from './organisation.ts';
import { ORGANISATION_REJECTIONS, type OrganisationRejectionCode } from './rejections.ts';

export interface UnitRow {
  readonly row: number;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly parent?: string;
}
interface RejectedRow {
  readonly row: number;
  readonly code: OrganisationRejectionCode;
  readonly message: Sentence;
}

/** What a file of units does to the tree. Counts are of lines. */
export interface UnitImport {
  readonly events: readonly OrganisationEvent[];
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
}

interface Repeat {
  readonly row: number;
  readonly first: number;
}
interface Wanted {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}

const AMBIGUOUS = Symbol('several units of this name'); // a text might be the code of a unit

const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * Lines in any order, parents after their children too; a parent is named by code or by name. Lines that cannot stand are refused one by one,
 * with everything that hangs on them; the rest is stored. The same file a second time changes nothing.
 */
export const importUnits = (rows: readonly UnitRow[], organisation: Organisation, on: IsoDate): UnitImport => {
  const rejected = new Map<number, RejectedRow>();
  const refuse = (row: number, code: OrganisationRejectionCode): void => {
    rejected.set(row, { row, code, message: ORGANISATION_REJECTIONS[code] });
  };
  const { wanted, repeats } = readRows(rows, organisation, refuse);
  const parents = resolveParents(wanted, organisation, refuse);
  dropWhatCannotStand(wanted, parents, organisation, refuse);

  const events: OrganisationEvent[] = [];
  let created = 0;
  let changed = 0;
  let unchanged = 0;
  for (const { row, first } of repeats) {
    const refused = rejected.get(first);
    if (refused === undefined) unchanged += 1;
    else refuse(row, refused.code);
  }
  for (const { code, name, kind } of parentsFirst(wanted, parents)) {
    const parent = parents.get(code) ?? null;
    const known = organisation.units.get(code);
    const news =
      known === undefined
        ? [{ type: 'UnitAdded' as const, occurredOn: on, data: { code, name, kind, parent } }]
        : differences(known, { name, kind, parent }, on);
    events.push(...news);
    if (known === undefined) created += 1;
    else if (news.length > 0) changed += 1;
    else unchanged += 1;
  }
  return { events, created, changed, unchanged, rejected: [...rejected.values()].sort((a, b) => a.row - b.row) };
};

type Refuse = (row: number, code: OrganisationRejectionCode) => void;

const readRows = (
  rows: readonly UnitRow[],
  { units }: Organisation,
  refuse: Refuse,
): { wanted: Map<string, Wanted>; repeats: Repeat[] } => {
  const wanted = new Map<string, Wanted>();
  const repeats: Repeat[] = [];
  for (const line of rows) {
    const [code, name, kind, parent] = [tidy(line.code), tidy(line.name), tidy(line.kind), tidy(line.parent)];
    const before = wanted.get(code);
    if (code === '') refuse(line.row, 'code-missing');
    else if (name === '') refuse(line.row, 'name-missing');
    else if (units.get(code)?.closed) refuse(line.row, 'unit-closed');
    else if (before === undefined)
      wanted.set(code, { row: line.row, code, name, kind, parent: parent === '' ? null : parent });
    else if (before.name === name && before.kind === kind && (before.parent ?? '') === parent)
      repeats.push({ row: line.row, first: before.row });
    else refuse(line.row, 'code-repeated');
  }
  return { wanted, repeats };
};

/** The unit that a file means by what is neither the code of a line of it: one that is stored (`known`), or one that the file names (`inFile`). */
const whichUnit = (
  written: string,
  known: OrganisationUnit | 'ambiguous' | null,
  inFile: string | typeof AMBIGUOUS | undefined,
): string | typeof AMBIGUOUS | null => {
  if (known === 'ambiguous') return AMBIGUOUS;
  if (inFile === undefined) return known === null ? null : known.code;
  if (known === null) return inFile;
  if (known.code === written) return written;
  return known.code === inFile || known.name !== written ? inFile : AMBIGUOUS;
};

const isParent = (found: string | typeof AMBIGUOUS | null, { units }: Organisation): found is string =>
  typeof found === 'string' && units.get(found)?.closed !== true;

/** Code of each wanted unit's parent. Codes win over names; a unit that the file renames is known by both names. */
const resolveParents = (
  wanted: Map<string, Wanted>,
  organisation: Organisation,
  refuse: Refuse,
): Map<string, string | null> => {
  const named = new Map<string, string | typeof AMBIGUOUS>();
  for (const { code, name } of wanted.values()) named.set(name, named.has(name) ? AMBIGUOUS : code);
  const stored = new Map<string, OrganisationUnit | 'ambiguous' | null>();
  const parents = new Map<string, string | null>();
  for (const { row, code, parent } of [...wanted.values()]) {
    if (parent === null) {
      parents.set(code, null);
      continue;
    }
    if (!stored.has(parent)) stored.set(parent, findUnit(organisation, parent));
    const found = wanted.has(parent) ? parent : whichUnit(parent, stored.get(parent) ?? null, named.get(parent));
    if (isParent(found, organisation)) parents.set(code, found);
    else {
      refuse(row, found === AMBIGUOUS ? 'parent-ambiguous' : 'parent-unknown');
      wanted.delete(code);
    }
  }
  return parents;
};

/** The circle that the way up from `start` runs into; none where it ends at the top or in what was settled before. Settles what it passes. */
const circleAbove = (
  start: string,
  parentOf: (code: string) => string | null,
  settled: Set<string>,
): readonly string[] => {
  const path: string[] = [];
  const onPath = new Set<string>();
  let at: string | null = start;
  while (at !== null && !settled.has(at) && !onPath.has(at)) {
    path.push(at);
    onPath.add(at);
    at = parentOf(at);
  }
  for (const code of path) settled.add(code);
  return at !== null && onPath.has(at) ? path.slice(path.indexOf(at)) : [];
};

/** Takes out, until nothing more falls, what has no parent any more and what would belong to itself. */
const dropWhatCannotStand = (
  wanted: Map<string, Wanted>,
  parents: Map<string, string | null>,
  { units }: Organisation,
  refuse: Refuse,
): void => {
  const parentOf = (code: string): string | null =>
    wanted.has(code) ? (parents.get(code) ?? null) : (units.get(code)?.parent ?? null);
  const drop = (code: string, why: OrganisationRejectionCode): void => {
    const line = wanted.get(code);
    if (line === undefined) return;
    wanted.delete(code);
    refuse(line.row, why);
  };
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const code of [...wanted.keys()]) {
      const parent = parentOf(code);
      if (parent !== null && !wanted.has(parent) && !units.has(parent)) drop(code, 'parent-unknown');
    }
    const settled = new Set<string>();
    for (const start of [...wanted.keys()])
      for (const code of circleAbove(start, parentOf, settled)) drop(code, 'parent-cycle');
  }
};

const parentsFirst = (wanted: Map<string, Wanted>, parents: Map<string, string | null>): readonly Wanted[] => {
  const ordered = new Map<string, Wanted>();
  for (const start of wanted.values()) {
    const path: Wanted[] = [];
    for (
      let line: Wanted | undefined = start;
      line !== undefined && !ordered.has(line.code);
      line = wanted.get(parents.get(line.code) ?? '')
    )
      path.push(line);
    for (const line of path.reverse()) ordered.set(line.code, line);
  }
  return [...ordered.values()];
};

const differences = (
  known: OrganisationUnit,
  { name, kind, parent }: { name: string; kind: string; parent: string | null },
  on: IsoDate,
): readonly OrganisationEvent[] => [
  ...(known.name === name
    ? []
    : [{ type: 'UnitRenamed' as const, occurredOn: on, data: { code: known.code, from: known.name, to: name } }]),
  ...(known.kind === kind
    ? []
    : [{ type: 'UnitReclassified' as const, occurredOn: on, data: { code: known.code, from: known.kind, to: kind } }]),
  ...(known.parent === parent
    ? []
    : [{ type: 'UnitMoved' as const, occurredOn: on, data: { code: known.code, from: known.parent, to: parent } }]),
];

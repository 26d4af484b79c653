import type { Schemas } from '../ask/api.ts';
import type { Marks } from '../words/marks.ts';

export type Unit = Schemas['Organisation']['units'][number];

interface UnitNode {
  readonly key: string;
  readonly title: string;
  readonly children: UnitNode[];
}

/** The units as a tree. A unit whose parent is not shown stands at the top, so that none is lost. */
export const treeOf = (units: readonly Unit[], closedToo: boolean, { aside }: Marks): UnitNode[] => {
  const shown = units.filter(({ closed }) => closedToo || !closed);
  const codes = new Set(shown.map(({ code }) => code));
  const below = new Map<string | null, Unit[]>();
  for (const unit of shown) {
    const parent = unit.parent !== null && codes.has(unit.parent) ? unit.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const nodes = (parent: string | null): UnitNode[] =>
    (below.get(parent) ?? []).map(({ code, name, closed }) => ({
      key: code,
      title: closed ? name + aside('×') : name,
      children: nodes(code),
    }));
  return nodes(null);
};

/** The codes from a unit up to the top. */
export const unitAndAbove = (units: readonly Unit[], unit: Unit | null): readonly string[] => {
  const found: string[] = [];
  for (let at = unit; at !== null && !found.includes(at.code);) {
    found.push(at.code);
    const { parent } = at;
    at = units.find(({ code }) => code === parent) ?? null;
  }
  return found;
};

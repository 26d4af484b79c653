import { peopleOf, type Organisation } from '#domain';
import type { HolderOf } from '../owed.ts';

/** Who holds a role, from the organisation tree; units are found by code or by name, the supervision office by what it is called. */
export const holdersIn = (tree: Organisation): HolderOf => {
  const units = [...tree.units.values()];
  const codes = new Map([...units.map(({ name, code }) => [name, code] as const), ...units.map(({ code }) => [code, code] as const)]);
  const office = units.find(({ kind, name }) => /督查|督办|supervision/i.test(`${kind}${name}`))?.code ?? null;
  return (unit, role) => {
    const code = unit === null ? office : codes.get(unit) ?? null;
    return code === null ? null : peopleOf(tree, code, role)[0]?.person ?? null;
  };
};

/** Rows of a kind: the bit that says so, and the conditions that must all hold of one. */
interface Kind {
  readonly bit: bigint;
  readonly conditions: readonly string[];
}

const bits = (all: bigint): string => `${all}::bigint`;

/** The kinds whose first condition is the same, without it. */
const byFirst = (kinds: readonly Kind[]): ReadonlyMap<string, readonly Kind[]> => {
  const found = new Map<string, Kind[]>();
  for (const { bit, conditions } of kinds) {
    const [first, ...others] = conditions;
    found.set(first!, [...(found.get(first!) ?? []), { bit, conditions: others }]);
  }
  return found;
};

/**
 * To which kinds a row belongs, a bit for each, as SQL. What several kinds begin with is asked once a row, and what hangs on it only
 * where it holds: most rows of a bureau lie outside of the period, and are told by their first days.
 */
export const belongsSql = (kinds: readonly Kind[]): string => {
  const all = kinds.filter(({ conditions }) => conditions.length === 0).reduce((sum, { bit }) => sum | bit, 0n);
  const others = [...byFirst(kinds.filter(({ conditions }) => conditions.length > 0))].map(
    ([condition, within]) => `case when ${condition} then ${belongsSql(within)} else ${bits(0n)} end`,
  );
  return [...(all === 0n && others.length > 0 ? [] : [bits(all)]), ...others].join(' | ');
};

import type { Shape } from '../../libs/office/src/catalogue/shape.ts';

interface Within {
  readonly shape: Shape;
  readonly defs: Readonly<Record<string, Shape>>;
}
type Covers = (wide: Within, narrow: Within) => boolean;

const at = ({ defs }: Within, shape: Shape): Within =>
  shape.$ref === undefined ? { shape, defs } : { shape: defs[shape.$ref.split('/').at(-1)!]!, defs };

const branches = (one: Within): readonly Within[] | null => {
  const { anyOf, enum: words } = one.shape;
  if (anyOf !== undefined) return anyOf.map((branch) => at(one, branch));
  return words?.map((value) => at(one, { const: value })) ?? null;
};

/** What may stand under names that the shape does not know; null: nothing. */
const others = ({ shape: { additionalProperties: more = true } }: Within): Shape | null =>
  more === false ? null : more === true ? {} : more;

const coversText = (wide: Shape, narrow: Shape): boolean =>
  (['format', 'pattern', 'minLength'] as const).every(
    (word) => wide[word] === undefined || wide[word] === narrow[word],
  );

const coversObject = (wide: Within, narrow: Within, covers: Covers): boolean => {
  const { properties: mine = {}, required: needed = [] } = wide.shape;
  const { properties: theirs = {}, required: given = [] } = narrow.shape;
  const rest = others(wide);
  const known = Object.entries(theirs).every(([name, shape]) => {
    const place = mine[name] ?? rest;
    return place !== null && covers(at(wide, place), at(narrow, shape));
  });
  if (!known || !needed.every((name) => given.includes(name))) return false;
  const left = others(narrow);
  if (left === null) return true;
  const more = Object.entries(mine).flatMap(([name, shape]) => (name in theirs ? [] : [shape]));
  return rest !== null && [rest, ...more].every((one) => covers(at(wide, one), at(narrow, left)));
};

const coversValue = ({ const: only, type, ...more }: Shape, value: unknown): boolean =>
  only === undefined ? type === typeof value && coversText(more, {}) : only === value;

const coversOne = (wide: Within, narrow: Within, covers: Covers): boolean => {
  if (Object.keys(wide.shape).every((word) => word === '$defs')) return true; // anything
  const [some, all] = [branches(narrow), branches(wide)];
  if (some !== null) return some.every((one) => covers(wide, one));
  if (all !== null) return all.some((one) => covers(one, narrow));
  if (narrow.shape.const !== undefined) return coversValue(wide.shape, narrow.shape.const);
  if (wide.shape.const !== undefined || wide.shape.type !== narrow.shape.type) return false;
  if (wide.shape.type === 'string') return coversText(wide.shape, narrow.shape);
  if (wide.shape.type === 'array')
    return covers(at(wide, wide.shape.items ?? {}), at(narrow, narrow.shape.items ?? {}));
  return wide.shape.type !== 'object' || coversObject(wide, narrow, covers);
};

/** Whether every value of the old shape is one of the new shape, too: then a record of the old one needs no lifting, and the version may stay. */
export const widens = (before: Shape, now: Shape): boolean => {
  const asked = new Map<Shape, Set<Shape>>(); // a shape that holds itself is asked once
  const covers: Covers = (wide, narrow) => {
    const known = asked.get(wide.shape) ?? new Set();
    if (known.has(narrow.shape)) return true;
    asked.set(wide.shape, known.add(narrow.shape));
    return coversOne(wide, narrow, covers);
  };
  return covers({ shape: now, defs: now.$defs ?? {} }, { shape: before, defs: before.$defs ?? {} });
};

import { resolved, sampleBody, type Operation, type Schema } from './sample-body.ts';

type Place = readonly (string | number)[];

const DEEPEST = 4;

const placesIn = (given: Schema, named: Readonly<Record<string, Schema>>, depth = 0): readonly Place[] => {
  const { properties = {}, items } = resolved(given, named);
  if (depth === DEEPEST) return [];
  if (items !== undefined) return [[0], ...placesIn(items, named, depth + 1).map((place) => [0, ...place])];
  return Object.entries(properties).flatMap(([name, schema]) => [
    [name],
    ...placesIn(schema, named, depth + 1).map((place) => [name, ...place]),
  ]);
};

/** Every field of a body, those of its parts and of the first item of its lists too, as the way that leads there. */
export const bodyPlaces = ({ requestBody }: Operation, named: Readonly<Record<string, Schema>>): readonly Place[] => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema === undefined ? [] : placesIn(schema, named);
};

const put = (into: unknown, [first, ...rest]: Place, value: unknown): unknown => {
  if (first === undefined) return value;
  if (typeof first === 'number') return [put(Array.isArray(into) ? into[0] : undefined, rest, value)];
  const known = typeof into === 'object' && into !== null ? (into as Record<string, unknown>) : {};
  return { ...known, [first]: put(known[first], rest, value) };
};

/** A body as a form that was filled in hastily, with this value in this place. */
export const bodyWith = (
  operation: Operation,
  named: Readonly<Record<string, Schema>>,
  place: Place,
  value: unknown,
): unknown => put(sampleBody(operation, named, 1), place, value);

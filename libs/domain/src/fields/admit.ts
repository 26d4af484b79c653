import type { Field } from './field.ts';
import { wrongField, type FieldError } from './invalid.ts';
import { asWritten } from './writing.ts';

/** What is wrong with a body may be said at most so often: an answer that lists more helps nobody and costs everybody. */
export const MOST_ERRORS = 20;

const DEEPEST = 8; // of a value of any kind: a policy nests six deep
const MOST_VALUES = 20_000; // in a value of any kind: a policy has some three hundred

const NO_VALUE = Object.freeze({}); // stands for an object where text or a number belongs: its rule refuses it, whatever it held

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const PLAIN: ReadonlySet<Field['kind']> = new Set([
  'text',
  'long-text',
  'person',
  'day',
  'month',
  'decimal',
  'integer',
  'flag',
  'choice',
]);

const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return asWritten(value);
  return typeof value === 'object' && value !== null ? NO_VALUE : value;
};

const NO_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']); // what every object has; nothing that is read takes one of them for its content

const isModest = (value: unknown, depth: number, left: { values: number }): boolean => {
  left.values -= 1;
  if (left.values < 0 || depth > DEEPEST) return false;
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value)
    if (NO_NAMES.has(key) || !isModest((value as Record<string, unknown>)[key], depth + 1, left)) return false;
  return true;
};

/** Money has two texts and nothing else; more than that is not looked at. */
const moneyLike = (value: unknown): unknown => {
  if (!isObject(value)) return plain(value);
  let names = 0;
  for (const _name in value) if (++names > 2) return NO_VALUE;
  return { amount: plain(value['amount']), currency: plain(value['currency']) };
};

const refuseUnknown = (body: object, known: ReadonlySet<string>, errors: FieldError[], path: string): void => {
  for (const name in body) {
    if (errors.length >= MOST_ERRORS) return;
    if (!known.has(name)) errors.push(wrongField(path + name.slice(0, 100), 'unknown-field'));
  }
};

const names = new WeakMap<object, ReadonlySet<string>>();
const namesOf = (fields: readonly Field[]): ReadonlySet<string> => {
  let known = names.get(fields);
  if (known === undefined) {
    known = new Set(fields.map(({ name }) => name));
    names.set(fields, known);
  }
  return known;
};

/**
 * A body as far as the declared fields reach, before any rule looks at it: unknown fields are refused, lists are counted before their items are
 * read, nothing nests deeper than it is declared. So the work that a body can cause is bounded by the command, not by the body. Optional fields
 * that are null say nothing, nor does an optional group of which nothing is given: forms and scripts write them so.
 */
export const admit = (
  fields: readonly Field[],
  body: Record<string, unknown>,
  errors: FieldError[],
  path = '',
): object => {
  refuseUnknown(body, namesOf(fields), errors, path);
  const admitted: Record<string, unknown> = {};
  for (const field of fields) {
    if (errors.length >= MOST_ERRORS) break;
    const value = body[field.name];
    if (value === undefined || !Object.hasOwn(body, field.name)) continue;
    if (value === null && !field.required && field.kind !== 'any') continue;
    const kept = admitValue(field, value, errors, `${path}${field.name}`);
    if (kept !== undefined) admitted[field.name] = kept;
  }
  return admitted;
};

const admitValue = (field: Field, value: unknown, errors: FieldError[], path: string): unknown => {
  if (PLAIN.has(field.kind)) return plain(value);
  if (field.kind === 'money') return moneyLike(value);
  if (field.kind === 'any') return admitAnything(value, errors, path);
  if (field.kind === 'group') return admitGroup(field, value, errors, path);
  return admitList(field, value, errors, path);
};

const admitAnything = (value: unknown, errors: FieldError[], path: string): unknown => {
  if (isModest(value, 0, { values: MOST_VALUES })) return value;
  errors.push(
    wrongField(path, 'invalid-field', {
      zh: '内容过大、层次过深，或含有不能用的名称',
      en: 'is too large, nests too deep, or holds a name that nothing can have',
    }),
  );
  return undefined;
};

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

const admitGroup = (field: Field, value: unknown, errors: FieldError[], path: string): unknown => {
  if (!isObject(value)) return plain(value);
  if (!field.required && Object.values(value).every(isNothing)) return undefined;
  return admit(field.of ?? [], value, errors, `${path}.`);
};

const admitList = (field: Field, value: unknown, errors: FieldError[], path: string): unknown => {
  if (!Array.isArray(value)) return plain(value);
  if (value.length > field.max!) {
    const [zh, en] = [`不得超过 ${field.max} 项`, `must have at most ${field.max} items`];
    errors.push(wrongField(path, 'invalid-field', { zh, en }));
    return undefined;
  }
  if (field.kind === 'texts') return value.map(plain);
  return value.map((item: unknown, index) =>
    isObject(item) ? admit(field.of ?? [], item, errors, `${path}.${index}.`) : plain(item),
  );
};

import type { Length } from './length.ts';
import { refuse } from './rejections.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Readers of a policy document: each answers the value, or throws Rejected 'policy-invalid' naming the field. */
export const object = (value: unknown, field: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : refuse('policy-invalid', field, '必须是对象', 'must be an object');
export const whole = (value: unknown, field: string, least = 0): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 10_000
    ? value
    : refuse('policy-invalid', field, `必须是不小于 ${least} 的整数`, `must be a whole number from ${least}`);
export const flag = (value: unknown, field: string): boolean =>
  typeof value === 'boolean' ? value : refuse('policy-invalid', field, '必须是 true 或 false', 'must be true or false');

/** An object of nothing but whole numbers from 1, all of them named. A name that is not among them would say something that nobody reads. */
export const wholes = <Name extends string>(
  value: unknown,
  names: readonly Name[],
  field: string,
): Readonly<Record<Name, number>> => {
  const given = object(value, field);
  const unknown = Object.keys(given).find((name) => !names.includes(name as Name));
  if (unknown !== undefined)
    refuse(
      'policy-invalid',
      `${field}.${unknown}`,
      `不认识，应为 ${names.join('、')}`,
      `is not known; it may be ${names.join(', ')}`,
    );
  return Object.fromEntries(names.map((name) => [name, whole(given[name], `${field}.${name}`, 1)])) as Record<
    Name,
    number
  >;
};

export const lengthOf = (value: unknown, field: string): Length => {
  const { value: number, unit } = object(value, field);
  if (unit !== 'days' && unit !== 'working-days' && unit !== 'months')
    return refuse(
      'policy-invalid',
      `${field}.unit`,
      '必须是 days、working-days 或 months',
      'must be days, working-days or months',
    );
  return { value: whole(number, `${field}.value`, 1), unit };
};

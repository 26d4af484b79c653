import { CLOCK_NAMES } from '#domain';
import { narrowing, type Condition, type Narrowing } from '#projections';
import { refused } from '../refusals.ts';
import { writtenCondition, type Written } from './where.ts';

const TYPED: Readonly<Partial<Record<Narrowing['type'], RegExp>>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  numeric: /^-?\d{1,18}(\.\d{1,2})?$/,
  boolean: /^(true|false)$/,
};
const WHOLE: ReadonlySet<Narrowing['type']> = new Set(['texts', 'boolean']); // compared as a whole, never by part or by order

const valuesOf = (written: Written): readonly string[] => {
  if ('is' in written) return [written.is].flat();
  if ('from' in written) return [written.from];
  return 'to' in written ? [written.to] : [];
};

const clockNamed = (is: string | readonly string[]): string => {
  const [name, ...others] = [is].flat();
  if (others.length > 0 || !(CLOCK_NAMES as readonly string[]).includes(name!))
    throw refused('invalid-request', 'where');
  return name!;
};

/** Values are checked against the type of their field here, so that a wrong one is a refusal and no database error. Throws Rejected 'invalid-request' and UnknownField. */
export const condition = (text: string): Condition => {
  const written = writtenCondition(text);
  if (written.field === 'colour' && 'is' in written) return { colour: [written.is].flat() };
  if (written.field === 'clock' && 'is' in written) return { clock: clockNamed(written.is) };
  const { type } = narrowing(written.field);
  const misfits = valuesOf(written).some((value) => TYPED[type]?.test(value) === false);
  if (misfits || (WHOLE.has(type) && !('is' in written))) throw refused('invalid-request', 'where');
  return written;
};

import type { ReactNode } from 'react';
import type { Schemas } from '../../ask/api.ts';
import { moneyTyped, type TypedMoney } from '../money.ts';

export type Field = Schemas['Field'];
export type Values = Record<string, unknown>;
/** Ways to choose a value instead of typing it, by the name of the field. */
export type Pickers = Readonly<Record<string, ReactNode>>;

/** The fields inside a group or of each item of a list. */
export const innerOf = ({ of = [] }: Field): readonly Field[] => of;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const valueOf = (field: Field, value: unknown): unknown => {
  switch (field.kind) {
    case 'money':
      return moneyTyped(value as TypedMoney) ?? undefined;
    case 'list':
      return (value as Values[]).map((one) => asBody(innerOf(field), one));
    case 'group':
      return asBody(innerOf(field), value as Values);
    case 'text':
    case 'long-text':
      return (value as string).trim();
    default:
      return value;
  }
};

/** What was typed as the API takes it: amounts in 元, empty fields left out. Entries hold plain JSON, so that a draft can be kept. */
export const asBody = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const given = values[field.name];
      const value = isNothing(given) ? undefined : valueOf(field, given);
      return isNothing(value) ? [] : [[field.name, value]];
    }),
  );

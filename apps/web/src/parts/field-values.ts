import { isDayjs } from 'dayjs';
import type { Schemas } from '../ask/api.ts';
import { fromWan } from '../words/words.ts';

export type Field = Schemas['Field'];
export type Values = Record<string, unknown>;

/** What was typed as the API takes it: days and months as text, 万元 as 元, empty fields left out. */
export const asBody = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
        return [];
      if (field.kind === 'day' && isDayjs(value)) return [[field.name, value.format('YYYY-MM-DD')]];
      if (field.kind === 'month' && isDayjs(value)) return [[field.name, value.format('YYYY-MM')]];
      if (field.kind === 'money') return [[field.name, { amount: fromWan(value as string) ?? value, currency: 'CNY' }]];
      if (field.kind === 'list')
        return [[field.name, (value as Values[]).map((one) => asBody((field.of ?? []) as Field[], one))]];
      if (field.kind === 'group') return [[field.name, asBody((field.of ?? []) as Field[], value as Values)]];
      if (field.kind === 'any') {
        try {
          return [[field.name, JSON.parse(value as string)]];
        } catch {
          return [[field.name, value]];
        }
      }
      return [[field.name, value]];
    }),
  );

import type { Money } from '#domain';
import { answer, table, type Options } from '../output.ts';

type Value = Money | string | { readonly percent: string } | null;

/** A figure as text for a person. */
export const shown = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return 'percent' in value ? `${value.percent}%` : `${value.amount} ${value.currency}`;
};

/** The document with `--json`, else its rows. */
export const print = (options: Options, document: object, rows: () => readonly (readonly string[])[]): void => {
  if (options.json) answer(document);
  else process.stdout.write(`${table(rows())}\n`);
};

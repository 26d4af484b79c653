import { WORST_FIRST } from '../projects/project-table.ts';
import { listField, orders } from './list-fields.ts';
import { narrowing, UnknownField } from './list-filter.ts';

/** One of the fields by which a list is ordered before the worst comes first, as SQL on the day of the question. What is not known comes last. */
export interface Term {
  readonly sql: string;
  readonly type: 'text' | 'date' | 'boolean' | 'numeric';
  readonly down: boolean;
}

/** `signedOn`, or `-contracted` for the largest first. Throws UnknownField for what a list cannot be ordered by. */
export const termsOf = (order: readonly string[], day: string): readonly Term[] =>
  order.map((written) => {
    const down = written.startsWith('-');
    const name = down ? written.slice(1) : written;
    const { sql, type } = narrowing(name);
    if (type === 'texts' || !orders(listField(name)!)) throw new UnknownField(name);
    return { sql: `(${sql(day)})::${type}`, type, down };
  });

export const orderSql = (terms: readonly Term[]): string =>
  [...terms.map(({ sql, down }) => `${sql} ${down ? 'desc' : 'asc'} nulls last`), WORST_FIRST].join(', ');

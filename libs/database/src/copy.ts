import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign]!);

/** A value as COPY takes it: nothing, text, number, yes or no, or a list of texts. */
export type Cell = string | number | bigint | boolean | null | readonly string[];

const cell = (value: Cell): string => {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'object') return escaped(String(value));
  return escaped(`{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
};

const ROWS_A_CHUNK = 500;

/** New rows by COPY, the fastest way in. `into`: the table and its columns in the order of `cells`. */
export const copyInto = async <Row>(
  tx: PoolClient,
  into: string,
  rows: readonly Row[],
  cells: (row: Row) => readonly Cell[],
): Promise<void> => {
  if (rows.length === 0) return;
  const lines = function* (): Generator<string> {
    for (let from = 0; from < rows.length; from += ROWS_A_CHUNK)
      yield rows
        .slice(from, from + ROWS_A_CHUNK)
        .map((row) => `${cells(row).map(cell).join('\t')}\n`)
        .join('');
  };
  await pipeline(Readable.from(lines()), tx.query(copyFrom(`copy ${into} from stdin`)));
};

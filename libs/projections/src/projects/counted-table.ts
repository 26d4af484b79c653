import { COUNTED_COLUMNS } from './counted-row.ts';
import { inHeaps } from './heaps.ts';
import { LATEST } from './span-writes.ts';

export const COUNTED_TABLE = 'counted_span';

/** Projects as figures count them, in heaps of their own (heaps.ts). */
export const createCounted = (table: string): string =>
  inHeaps(
    table,
    `from_pos bigint not null, to_pos bigint not null default ${LATEST}, from_day date not null, to_day date not null, project_id text not null,
  ${Object.entries(COUNTED_COLUMNS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')}`,
  );

/** By project: for closing, and for whoever asks how one was held. By code, as figures are opened: a page is then its own rows and not a sort of them all. */
export const countedIndexes = (table: string): readonly string[] => [
  `create index ${table}_project on ${table} (project_id, from_day)`,
  `create index ${table}_code on ${table}_known (code, project_id)`,
];

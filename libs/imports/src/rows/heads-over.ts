import type { Layout } from '../columns/layout.ts';
import type { Mapped } from '../columns/mapped.ts';

/** The heads over a column, the uppermost first. */
export const headsOver = ({ headers }: Layout, { column, header }: Pick<Mapped, 'column' | 'header'>) =>
  headers.find((one) => one.column === column)?.path ?? [header];

import type { Money } from '#domain';

/** How many projects each list holds for its asker, and their contracted amount, each currency apart. */
export interface ListCounts {
  readonly asOf: string;
  readonly asKnown: string;
  readonly position: number;
  readonly lists: readonly { readonly name: string; readonly total: number; readonly contracted: readonly Money[] }[];
}

import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** Units of money in which a bureau's form asks for amounts. */
export const LAYOUT_UNITS = ['元', '万元', '亿元'] as const;
export type LayoutUnit = (typeof LAYOUT_UNITS)[number];

/** A column of a form: its header in the bureau's words, the column of lists that fills it (null: left blank, to be filled in by hand), and the unit of its amounts. */
export interface LayoutColumn {
  readonly header: string;
  readonly column: string | null;
  readonly unit?: LayoutUnit;
}

/** A form 版式 in which lists leave as workbooks. `title`: its first line, the list's where null; `list`: offered with that list, with every one where null. */
export interface Layout {
  readonly name: string;
  readonly title: string | null;
  readonly list: string | null;
  readonly columns: readonly LayoutColumn[];
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
export type LayoutEvent =
  E<'LayoutPublished', { readonly layout: Layout }> | E<'LayoutRemoved', { readonly name: string }>;

import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** The outline of a region: longitude and latitude in turn, in hundred-thousandths of a degree (about a metre), closed by itself. A hole is an outline too. */
export type Outline = readonly number[];

/** Where a region lies. `region`: its name as projects bear it. */
export interface Border {
  readonly region: string;
  readonly outlines: readonly Outline[];
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
export type BordersEvent =
  E<'BordersDrawn', { readonly borders: readonly Border[] }> | E<'BordersRemoved', Readonly<Record<string, never>>>;

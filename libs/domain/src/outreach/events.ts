import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

type E<Type extends string, Data> = DomainEvent<Type, Data>;

/** What a unit does to find projects. `unit`: whose it is. */
export type OutreachEvent =
  | E<'TripRegistered', { unit: string; city: string; days: number; team?: string }> // from its first day on
  | E<'FirmVisited', { unit: string; firm: string; effective: boolean; city?: string }>
  | E<'FirmReceived', { unit: string; firm: string; effective: boolean }>
  | E<'PromotionHeld', { unit: string; title: string; city?: string }> // 推介会
  | E<'OutreachVoided', { reason: string }>;

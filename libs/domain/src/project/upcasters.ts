import type { ProjectEventType } from './events.ts';

/** Today's schema version of each event. Raise it here, and say below how an older one is read; the log itself is never rewritten. */
export const SCHEMA_VERSIONS: Partial<Record<ProjectEventType, number>> = {};
export const schemaVersionOf = (type: ProjectEventType): number => SCHEMA_VERSIONS[type] ?? 1;

/** Reads the data of `type` at `version` as that of `version + 1`. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** One entry an old version: `UPCASTERS.LeadRegistered[1]` reads version 1 as version 2. */
export const UPCASTERS: Partial<Record<string, Readonly<Record<number, Upcaster>>>> = {};

/** Data of any stored version as today's version of that event. */
export const upcast = (
  type: string,
  version: number,
  data: Readonly<Record<string, unknown>>,
  upcasters = UPCASTERS,
): { readonly version: number; readonly data: Readonly<Record<string, unknown>> } => {
  const step = upcasters[type]?.[version];
  return step === undefined ? { version, data } : upcast(type, version + 1, step(data), upcasters);
};

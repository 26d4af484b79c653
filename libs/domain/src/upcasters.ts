import { MEETING_UPCASTERS } from './meeting/upcasters.ts';
import { inNewerShape } from './newer.ts';
import { NOTICE_UPCASTERS } from './notice/upcasters.ts';
import { PROJECT_UPCASTERS } from './project/upcasters.ts';
import { ORDER_UPCASTERS } from './supervision/upcasters.ts';

/** Reads the data of an event at one version as that of the next. */
type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** One entry an old version: `UPCASTERS.LeadRegistered[1]` reads version 1 as version 2. The log itself is never rewritten. */
export const UPCASTERS: Partial<Record<string, Readonly<Record<number, Upcaster>>>> = {
  ...PROJECT_UPCASTERS,
  ...NOTICE_UPCASTERS,
  ...MEETING_UPCASTERS,
  ...ORDER_UPCASTERS,
};

/** Today's schema version of an event: the one after the last that is read as a newer one. */
export const schemaVersionOf = (type: string): number => 1 + Object.keys(UPCASTERS[type] ?? {}).length;

/**
 * Data of any stored version as today's version of that event. What no such event can be (somebody wrote it past the product) stays as it is stored, at its
 * version: one record must not keep the others from being read, and whoever folds it sets its stream aside.
 */
export const upcast = (
  type: string,
  version: number,
  data: Readonly<Record<string, unknown>>,
  upcasters = UPCASTERS,
): { readonly version: number; readonly data: Readonly<Record<string, unknown>> } => {
  const step = upcasters[type]?.[version];
  if (step === undefined) return { version, data };
  let lifted: Record<string, unknown>;
  try {
    lifted = step(data);
  } catch {
    return { version, data };
  }
  return upcast(type, version + 1, lifted, upcasters);
};

/** A fact of any stored version as today's; of a version that only a newer release knows, as a fact of another kind. */
export const readAsToday = (
  type: string,
  version: number,
  data: Readonly<Record<string, unknown>>,
): ReturnType<typeof upcast> & { readonly type: string } => ({
  ...upcast(type, version, data),
  type: version > schemaVersionOf(type) ? inNewerShape(type, version) : type,
});

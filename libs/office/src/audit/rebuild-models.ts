import { rebuildArrivals, rebuildMatters, rebuildProjects } from '#projections';
import { holderIn, rebuildReminders } from '#reminders';
import type { Office } from '../office.ts';

interface RebuiltModel {
  readonly name: string;
  readonly events: number;
  readonly seconds: number;
  readonly differences: number; // between what served and what the log says
}
type Progress = (events: number) => void;

/** Every read model, by name: each folded anew from the log and compared with the one that serves. */
const MODELS = {
  project: ({ pool, store, rules }: Office, progress: Progress): Promise<RebuiltModel> =>
    rebuildProjects(pool, store, rules, progress),
  arrival: ({ pool, store }: Office): Promise<RebuiltModel> => rebuildArrivals(pool, store),
  matter: ({ pool, store }: Office): Promise<RebuiltModel> => rebuildMatters(pool, store),
  reminders: ({ pool, store, rules, now, organisation, reminders: { ledger } }: Office): Promise<RebuiltModel> => {
    const holder = async () => holderIn((await organisation.current()).tree);
    return rebuildReminders(pool, { store, rules, ledger, now, holder });
  },
} as const;

export type ModelName = keyof typeof MODELS;
export const MODEL_NAMES = Object.keys(MODELS) as readonly ModelName[];

/** `progress`: told now and then how many facts were folded. */
export const rebuildModel = (office: Office, name: ModelName, progress: Progress): Promise<RebuiltModel> =>
  MODELS[name](office, progress);

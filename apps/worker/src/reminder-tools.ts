import { holderIn, type DeliverTools } from '#reminders';
import type { Services } from '../../api/src/services.ts';

/** The reminder process over the installation's own parts. */
export const reminderTools = ({ store, ledger, rules, organisation, projectName, now }: Services): DeliverTools => ({
  store, ledger, rules, now, projectName,
  holder: async () => holderIn((await organisation()).tree),
  organisation: async () => (await organisation()).tree,
  routes: async () => () => [],
  outlet: async () => null,
});

import { holderIn, type DeliverTools } from '#reminders';
import type { Services } from '../office.ts';
import { outletNamed, routesTo } from '../channels/outlets.ts';

/** The reminder process over the installation's own parts. */
export const reminderTools = (services: Services): DeliverTools => {
  const { store, ledger, rules, organisation, projectName, now } = services;
  return {
    store,
    ledger,
    rules,
    now,
    projectName,
    holder: async () => holderIn((await organisation()).tree),
    organisation: async () => (await organisation()).tree,
    routes: () => routesTo(services),
    outlet: outletNamed(services),
  };
};

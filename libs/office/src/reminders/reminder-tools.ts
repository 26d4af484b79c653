import { keepingStreams } from '#event-store';
import { holderIn, type DeliverTools } from '#reminders';
import type { Meters } from '#telemetry';
import type { Office } from '../office.ts';
import { projectNamed } from '../projects/project-name.ts';
import { outletNamed, routesTo } from '../channels/outlets.ts';

/** The reminder process over the installation's own parts. */
export const reminderTools = (office: Office, delivered?: Meters['delivered']): DeliverTools => {
  const { store, reminders, rules, organisation, projects, now } = office;
  return {
    store: keepingStreams(store, projects.historyOf),
    ledger: reminders.ledger,
    rules,
    now,
    projectName: (id) => projectNamed(office, id),
    holder: async () => holderIn((await organisation.current()).tree),
    organisation: async () => (await organisation.current()).tree,
    routes: () => routesTo(office),
    outlet: outletNamed(office, delivered),
  };
};

import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import type { Contact } from './contacts.ts';

/** Everybody's mail address. To look through them is remembered. */
export const showContacts: Question<null, { readonly contacts: readonly Contact[] }> = {
  look: () => lookAt('contacts', 'all'),
  answer: async ({ office }) => ({ contacts: await office.channels.contacts.all(await office.people()) }),
};

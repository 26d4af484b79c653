import { failed, type Channel, type Message } from './message.ts';

/** Keeps a message for the person's page; the same id again changes nothing. */
export type Keep = (message: Message) => Promise<void>;

/** The inbox on the page: it takes everything at once, and is what remains when every other channel fails. */
export const inbox = (name: string, keep: Keep): Channel => ({
  name,
  limit: {},
  async send(message) {
    try {
      await keep(message);
      return { kind: 'accepted', providerId: message.id };
    } catch {
      return failed('inbox-unavailable', 'the inbox could not be written', { uncertain: true }); // why stands in the log of the database
    }
  },
});

import { OfAnyKind, type ChannelKind, type Keep } from './kind.ts';
import { failed, type Channel } from './message.ts';

const onPage = (name: string, keep: Keep): Channel => ({
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

class InboxSettings extends OfAnyKind {
  override kind = 'inbox' as const;
}

/** The inbox on the page: it takes everything at once, and is what remains when every other channel fails. */
export const inbox: ChannelKind<InboxSettings> = {
  settings: InboxSettings,
  secrets: {},
  limit: () => ({}),
  open: ({ name }, _secrets, keep) => onPage(name, keep),
};

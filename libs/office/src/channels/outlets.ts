import {
  digest,
  factsOf,
  nextOpening,
  OFFICE_HOURS,
  openChannel,
  type Channel,
  type Failed,
  type Message,
  type Notice,
} from '#channels';
import type { Addressee, Delivery, PersonId } from '#domain';
import type { Outlet, Sent } from '#reminders';
import { inSpan, type Meters } from '#telemetry';
import type { Office } from '../office.ts';
import { subjectsOf } from '../reminders/subjects.ts';
import { contactOf } from './contacts.ts';
import { noticeOf } from './notice-of.ts';

const NAMED_AT_MOST = 50; // lines of one message beside its notices: a long circular is read in the inbox
const GROUP = '*'; // whom a robot or receiver tells: everybody in its group

/** Through which channels beside the inbox somebody is told: by mail whose address is known, by robot whose unit the robot serves. */
export const routesTo = async ({
  channels,
  organisation,
  people,
}: Office): Promise<(to: Addressee) => readonly Delivery[]> => {
  const open = (await channels.all()).filter(({ enabled }) => enabled);
  if (open.length === 0) return () => [];
  const names = await organisation.names();
  const [kept, known] = await Promise.all([channels.contacts.kept(), people()]);
  const serves = open.map((channel) => ({
    channel,
    units: new Set(channel.units.flatMap((code) => names.subtree(code) ?? [code])),
  }));
  return ({ person, id, unit, role }) =>
    serves.flatMap(({ channel: { settings }, units }): readonly Delivery[] => {
      if (settings.kind === 'inbox' || factsOf(settings).length > 0) return [];
      if (settings.kind === 'mail') {
        const to = contactOf({ person, ...(id === undefined ? {} : { id }) }, kept, known);
        return to === null ? [] : [{ channel: settings.name, to }];
      }
      const served = units.size === 0 || role === 'all-units' || (unit !== null && units.has(unit));
      return served ? [{ channel: settings.name, to: GROUP }] : [];
    });
};

/** What is sent: one digest of the notices that were issued, and of what they name. */
const messageTo = async (
  office: Office,
  { id, to, notices: issued }: Parameters<Outlet['send']>[0],
  email: string | null,
): Promise<Message> => {
  await office.matters.catchUp();
  const today = office.today();
  const named = await office.reminders.ledger.namedIn(issued.map(({ key }) => key));
  const notices = [...issued, ...named.slice(0, NAMED_AT_MOST)]; // a notice names every clock and project that it is about
  const subjects = await subjectsOf(office.pool, notices);
  const told = await Promise.all(notices.map((one, index) => noticeOf(office, one, subjects[index]!, today)));
  const name = to === GROUP ? '' : ((await office.people()).get(to as PersonId) ?? to);
  return digest(
    {
      to: { person: to, name, ...(email === null ? {} : { email }) },
      window: id,
      language: 'zh',
      writtenAt: office.now().toISOString(),
    },
    told as [Notice, ...Notice[]],
  );
};

/** What may have arrived is not sent again: a chat robot cannot tell a repeat. */
const asRefused = ({ code, permanent, uncertain, retryAfterSeconds }: Failed): Sent => ({
  kind: 'refused',
  code: uncertain === true ? `${code}: it may have arrived` : code,
  permanent: permanent || uncertain === true,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

/** A channel of the bureau as the reminder process uses it: within office hours and the provider's rate, one digest at a time. Null where it is gone or switched off. */
export const outletNamed =
  (office: Office, delivered: Meters['delivered'] = () => undefined) =>
  async (name: string): Promise<Outlet | null> => {
    const { channels, config, rules } = office;
    const stored = await channels.find(name);
    if (stored === null || !stored.enabled) return null;
    const channel: Channel = openChannel(stored.settings, stored.secrets, async () => undefined, config.reach);
    const send: Outlet['send'] = async (wanted): Promise<Sent> => {
      const email = wanted.to === GROUP ? null : await channels.contacts.emailOf(wanted.to);
      if (stored.settings.kind === 'mail' && email === null)
        return { kind: 'refused', code: 'address-unknown', permanent: true };
      const message = await messageTo(office, wanted, email);
      const outcome = await channel.send(message);
      if (outcome.kind === 'accepted') return outcome;
      if (outcome.retryAfterSeconds !== undefined || /rate|busy|too-fast|frequency/.test(outcome.code))
        await channels.refused(name, channel.limit, Date.parse(message.writtenAt), outcome.retryAfterSeconds);
      return asRefused(outcome);
    };
    return {
      opensAt: async (now) => {
        const opening = new Date(nextOpening(now.toISOString(), OFFICE_HOURS, (await rules()).calendar).at);
        return opening > now ? opening : new Date(await channels.place(name, channel.limit, now.getTime()));
      },
      send: async (message) => {
        const { kind } = stored.settings;
        try {
          const sent = await inSpan(`send ${kind}`, { 'luodi.message': message.id }, () => send(message));
          delivered(kind, sent.kind);
          return sent;
        } catch (error) {
          delivered(kind, 'failed');
          throw error;
        }
      },
    };
  };

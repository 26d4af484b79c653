import { digest, nextOpening, OFFICE_HOURS, openChannel, type Channel, type Notice } from '#channels';
import {
  alike,
  CLOCK_WORDS,
  daysBetween,
  MEETING,
  projectStream,
  type Addressee,
  type Colour,
  type Delivery,
  type IsoDate,
  type PersonId,
  type Rung,
} from '#domain';
import { contactOf } from './contacts.ts';
import { explain } from '#projections';
import type { Outlet, Reminder, Sent } from '#reminders';
import { subjectsOf, type Subject } from '../reminders/subjects.ts';
import { inSpan, type Meters } from '#telemetry';
import type { Office } from '../office.ts';
import { projectNamed } from '../projects/project-name.ts';

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
      if (settings.kind === 'inbox') return [];
      if (settings.kind === 'mail') {
        const to = contactOf({ person, ...(id === undefined ? {} : { id }) }, kept, known);
        return to === null ? [] : [{ channel: settings.name, to }];
      }
      const served = units.size === 0 || role === 'all-units' || (unit !== null && units.has(unit));
      return served ? [{ channel: settings.name, to: GROUP }] : [];
    });
};

const COLOUR_OF: Readonly<Record<Rung, Colour>> = {
  'near-due': 'blue',
  due: 'blue',
  reminder: 'yellow',
  supervision: 'orange',
  circular: 'red',
  interview: 'red',
  accountability: 'red',
};

const TASK = { zh: '交办任务', en: 'task' }; // its clock is that of an order

const noticeOf = async (
  office: Office,
  one: Reminder,
  { kind, title, due: ownDue, path }: Subject,
  today: IsoDate,
): Promise<Notice> => {
  const { store, rules, config } = office;
  const explained =
    one.project === null
      ? null
      : explain(await store.readStream(projectStream(one.project)), await rules(), one.project, {
          day: today,
          position: null,
        });
  const clock = kind === 'project' ? explained?.clocks.find(({ clock: name }) => name === one.clock) : undefined;
  const due = ownDue ?? clock?.due ?? one.on;
  return {
    id: one.key,
    project:
      one.project === null
        ? null
        : {
            id: one.project,
            code: explained?.project.code ?? '',
            name: explained?.project.name ?? (await projectNamed(office, one.project)),
          },
    rung: one.rung,
    colour: clock?.colour ?? COLOUR_OF[one.rung],
    about: kind === MEETING.name ? TASK : CLOCK_WORDS[one.clock],
    due,
    daysLate: kind === 'project' ? (clock?.daysLate ?? 0) : daysBetween(due, today),
    ...(kind === 'project' ? {} : { subject: title ?? alike(one.subject) }),
    ...(config.publicUrl === null ? {} : { link: new URL(path, config.publicUrl).href }),
  };
};

/** A channel of the bureau as the reminder process uses it: within office hours and the provider's rate, one digest at a time. Null where it is gone or switched off. */
export const outletNamed =
  (office: Office, delivered: Meters['delivered'] = () => undefined) =>
  async (name: string): Promise<Outlet | null> => {
    const { channels, config, rules } = office;
    const stored = await channels.find(name);
    if (stored === null || !stored.enabled) return null;
    const channel: Channel = openChannel(stored.settings, stored.secrets, async () => undefined, config.reach);
    const send: Outlet['send'] = async ({ id, to, notices: issued }): Promise<Sent> => {
      const email = to === GROUP ? null : await channels.contacts.emailOf(to);
      if (stored.settings.kind === 'mail' && email === null)
        return { kind: 'refused', code: 'address-unknown', permanent: true };
      const now = office.now();
      const today = office.today();
      await office.matters.catchUp();
      const named = await office.reminders.ledger.namedIn(issued.map(({ key }) => key));
      const notices = [...issued, ...named.slice(0, NAMED_AT_MOST)]; // a notice names every clock and project that it is about
      const subjects = await subjectsOf(office.pool, notices);
      const told = await Promise.all(notices.map((one, index) => noticeOf(office, one, subjects[index]!, today)));
      const message = digest(
        {
          to: {
            person: to,
            name: to === GROUP ? '' : ((await office.people()).get(to as PersonId) ?? to),
            ...(email === null ? {} : { email }),
          },
          window: id,
          language: 'zh',
          writtenAt: now.toISOString(),
        },
        told as [Notice, ...Notice[]],
      );
      const outcome = await channel.send(message);
      if (outcome.kind === 'accepted') return outcome;
      if (outcome.retryAfterSeconds !== undefined || /rate|busy|too-fast|frequency/.test(outcome.code))
        await channels.refused(name, channel.limit, now.getTime(), outcome.retryAfterSeconds);
      // What may have arrived is not sent again: a chat robot cannot tell a repeat.
      return {
        kind: 'refused',
        code: outcome.uncertain === true ? `${outcome.code}: it may have arrived` : outcome.code,
        permanent: outcome.permanent || outcome.uncertain === true,
        ...(outcome.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: outcome.retryAfterSeconds }),
      };
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

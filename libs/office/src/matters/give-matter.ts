import { v5 as uuidOf } from 'uuid';
import {
  CHECKLIST,
  decideMatter,
  foldMatter,
  readCommand,
  type AnyMatter,
  type MatterCommand,
  type Situation,
} from '#domain';
import { admitMentioned, admitUnit } from '../admit.ts';
import { askingOf, type Asking } from '../ask.ts';
import { commandKey } from '../command-key.ts';
import type { Caller } from '#identity';
import { answerOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import type { Body } from './complete.ts';
import { completing, isNumbered, numbered } from './completing.ts';
import type { MatterRoute } from './matter-commands.ts';
import { seesMatter } from './show-matters.ts';
import { situationOf } from './situation.ts';

const IDS = '0b1f5a64-0f4d-4a0e-8f62-6f0a2c9be1b7'; // namespace of ids that follow from an idempotency key

/** `id`: null where the command opens a matter. */
export interface GivenToMatter extends Given {
  readonly route: MatterRoute;
  readonly id: string | null;
}

export interface MatterAnswer extends Answer {
  readonly id: string;
}

/** What a fact of this matter means for its project is for who sees that project: an excuse pauses its clock. */
const admitProjectOf = async (office: Office, caller: Caller, matter: AnyMatter, id: string): Promise<void> => {
  const history = await office.store.readStream(`${matter.name}-${id}`);
  const known = foldMatter(
    matter,
    history.map(({ event }) => event),
  );
  if (known.state !== 'none') await admitMentioned(office, caller, known);
};

/** What will be refused gets no number, or the register had a gap. Throws 'number-is-given' where one was typed. */
const numberedOnce = async (
  asking: Asking,
  { matter, type }: MatterRoute,
  id: string,
  command: MatterCommand,
  situation: Situation,
): Promise<Body> => {
  const body = { ...command } as Body;
  if (body['number'] !== undefined) throw refused('number-is-given', 'number');
  decideMatter(matter, command, { state: 'none' }, situation);
  return numbered(asking, type, id, body);
};

/** The id of the matter that a command with this key opens. */
export const matterIdOf = (caller: Caller, key: string): string => uuidOf(`${caller.account}/${key}`, IDS);

/** A command given to an order, an issue, a meeting, a list or a checklist. */
export const giveMatter = async (office: Office, given: GivenToMatter): Promise<MatterAnswer> => {
  const { caller, route, body, ifVersion } = given;
  const { matter, type, commandClass, opens } = route;
  const id = given.id ?? matterIdOf(caller, given.key);
  const asking = await askingOf(office, caller);
  const visible = opens || (await seesMatter(asking, { matter, id }));
  await admitMentioned(office, caller, matter.name === CHECKLIST.name ? { project: id } : body);
  if (type === 'AcceptOrderExcuse') await admitProjectOf(office, caller, matter, id);
  const full = await completing(asking, type, id, body);
  const situation = await situationOf(asking);
  const make = (said: unknown): MatterCommand => readCommand(commandClass as new () => MatterCommand & object, said);
  const unnumbered = make(full);
  const command = isNumbered(type)
    ? make(await numberedOnce(asking, given.route, id, unnumbered, situation))
    : unnumbered;
  await admitUnit(office, caller, type, command);
  const handled = await office.matters.handle(
    { matter, id, command, key: commandKey(caller.account, given.key, type, body), visible, situation },
    ifVersion,
  );
  await office.projects.followUps.follow(handled.events);
  return { id, ...answerOf(handled) };
};

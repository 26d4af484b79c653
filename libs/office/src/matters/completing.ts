import { findUnit, isMention, MATTER_REJECTIONS, MEETING, Rejected, type OrderRung } from '#domain';
import { findMatter, listNamed } from '#projections';
import { ORDER_REGISTERS, orderNumber, SCHEDULING_REGISTER, serialNumber, type Register } from '#reminders';
import type { Asking } from '../ask.ts';
import { actorOf } from '../given.ts';
import { projectNamed } from '../projects/project-name.ts';
import { refused } from '../refusals.ts';
import type { Body, Complete } from './complete.ts';
import { agenda, schedulingItems } from './frozen-lists.ts';

const named: Complete = async ({ office }, _id, body) =>
  typeof body['project'] === 'string' && body['projectName'] === undefined
    ? { ...body, projectName: await projectNamed(office, body['project']) }
    : body;

const ofProject: Complete = async (_asking, id, body) => ({ ...body, project: id });

/** A meeting follows one that its convener sees, on a list that there is. Throws 'matter-unknown' and 'list-unknown'. */
const convened: Complete = async ({ office, scope }, _id, body) => {
  const { previous, list } = body;
  if (typeof list === 'string' && listNamed(list) === null) throw refused('list-unknown', 'list');
  if (typeof previous === 'string') {
    await office.matters.catchUp();
    if ((await findMatter(office.pool, MEETING.name, previous, scope)) === undefined)
      throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown'], 'previous');
  }
  return body;
};

/** An order goes to somebody who can sign for it: to a unit of the tree, where there is one, or to a person with an id. Throws 'unit-unknown'. */
const addressed: Complete = async ({ office }, _id, body) => {
  const { unit, people } = body;
  const { tree } = await office.organisation.current();
  const names = Array.isArray(people) && people.some((one) => typeof one === 'string' && isMention(one));
  if (typeof unit !== 'string' || names || tree.units.size === 0) return body;
  const found = findUnit(tree, unit);
  if (found === null || found === 'ambiguous') throw refused('unit-unknown', 'unit');
  return body;
};

const isRung = (rung: unknown): rung is OrderRung => typeof rung === 'string' && Object.hasOwn(ORDER_REGISTERS, rung);
const registerOfOrder = ({ rung }: Body): Register => ORDER_REGISTERS[isRung(rung) ? rung : 'supervision'];

/** What the product fills in where the asker says nothing: names, frozen lists. */
const COMPLETE: Readonly<Record<string, readonly Complete[]>> = {
  IssueOrder: [named, addressed],
  RaiseIssue: [named],
  AskApproval: [named],
  AddItem: [ofProject, named],
  ConveneMeeting: [convened],
  SetAgenda: [agenda],
  IssueSchedulingList: [schedulingItems],
};

export const completing = async (asking: Asking, type: string, id: string, body: unknown): Promise<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let full = body as Body;
  for (const complete of COMPLETE[type] ?? []) full = await complete(asking, id, full);
  return full;
};

const REGISTERS: Readonly<Record<string, (body: Body) => Register>> = {
  IssueOrder: registerOfOrder,
  IssueSchedulingList: () => SCHEDULING_REGISTER,
};

/** Whether the product gives what the command opens its serial number. Nobody types one: numbers have no gaps and none is given twice. */
export const isNumbered = (type: string): boolean => Object.hasOwn(REGISTERS, type);

/** The body with the number of the matter `id`: the next of the register's year; the same id always gets the same. */
export const numbered = async ({ office, caller }: Asking, type: string, id: string, body: Body): Promise<Body> => {
  const { register, word } = REGISTERS[type]!(body);
  const today = office.today();
  const year = today.slice(0, 4);
  const serial = await serialNumber(office.store, register, year, id, today, actorOf(caller));
  return { ...body, number: orderNumber(word, year, serial) };
};

import type { OrderRung } from '#domain';
import { ORDER_REGISTERS, orderNumber, SCHEDULING_REGISTER, serialNumber, type Register } from '#reminders';
import type { Asking } from '../ask.ts';
import { actorOf } from '../given.ts';
import { projectNamed } from '../projects/project-name.ts';
import type { Body, Complete } from './complete.ts';
import { agenda, schedulingItems } from './frozen-lists.ts';

const named: Complete = async ({ office }, _id, body) =>
  typeof body['project'] === 'string' && body['projectName'] === undefined
    ? { ...body, projectName: await projectNamed(office, body['project']) }
    : body;

const ofProject: Complete = async (_asking, id, body) => ({ ...body, project: id });

const isRung = (rung: unknown): rung is OrderRung => typeof rung === 'string' && Object.hasOwn(ORDER_REGISTERS, rung);
const registerOfOrder = ({ rung }: Body): Register => ORDER_REGISTERS[isRung(rung) ? rung : 'supervision'];

/** What the product fills in where the asker says nothing: names, frozen lists. */
const COMPLETE: Readonly<Record<string, readonly Complete[]>> = {
  IssueOrder: [named],
  RaiseIssue: [named],
  AskApproval: [named],
  AddItem: [ofProject, named],
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

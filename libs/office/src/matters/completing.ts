import type { OrderRung } from '#domain';
import { ORDER_REGISTERS, orderNumber, SCHEDULING_REGISTER, serialNumber, type Register } from '#reminders';
import type { Asking } from '../ask.ts';
import { actorOf } from '../given.ts';
import { projectNamed } from '../projects/project-name.ts';
import type { Body, Complete } from './complete.ts';
import { agenda, schedulingItems } from './frozen-lists.ts';

const numbered =
  (registerOf: (body: Body) => Register): Complete =>
  async ({ office, caller }, id, body) => {
    if (typeof body['number'] === 'string' && body['number'] !== '') return body;
    const { register, word } = registerOf(body);
    const today = office.today();
    const year = today.slice(0, 4);
    const serial = await serialNumber(office.store, register, year, id, today, actorOf(caller));
    return { ...body, number: orderNumber(word, year, serial) };
  };

const named: Complete = async ({ office }, _id, body) =>
  typeof body['project'] === 'string' && body['projectName'] === undefined
    ? { ...body, projectName: await projectNamed(office, body['project']) }
    : body;

const ofProject: Complete = async (_asking, id, body) => ({ ...body, project: id });

const isRung = (rung: unknown): rung is OrderRung => typeof rung === 'string' && Object.hasOwn(ORDER_REGISTERS, rung);
const registerOfOrder = ({ rung }: Body): Register => ORDER_REGISTERS[isRung(rung) ? rung : 'supervision'];

/** What the product fills in where the asker says nothing: serial numbers, names, frozen lists. */
const COMPLETE: Readonly<Record<string, readonly Complete[]>> = {
  IssueOrder: [named, numbered(registerOfOrder)],
  RaiseIssue: [named],
  AddItem: [ofProject, named],
  SetAgenda: [agenda],
  IssueSchedulingList: [schedulingItems, numbered(() => SCHEDULING_REGISTER)],
};

export const completing = async (asking: Asking, type: string, id: string, body: unknown): Promise<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let full = body as Body;
  for (const complete of COMPLETE[type] ?? []) full = await complete(asking, id, full);
  return full;
};

import type { Caller } from '#identity';
import { orderNumber, serialNumber } from '#reminders';
import type { Services } from '../services.ts';

type Body = Readonly<Record<string, unknown>>;
type Complete = (services: Services, caller: Caller, id: string, body: Body) => Promise<Body>;

const numbered = (register: string, word: string): Complete => async ({ store, circumstances }, caller, id, body) => {
  if (typeof body['number'] === 'string' && body['number'] !== '') return body;
  const { today } = await circumstances();
  const year = today.slice(0, 4);
  return { ...body, number: orderNumber(word, year, await serialNumber(store, register, year, id, today, { user: caller.user, unit: caller.unit })) };
};

const named: Complete = async ({ projectName }, _caller, _id, body) =>
  (typeof body['project'] === 'string' && body['projectName'] === undefined ? { ...body, projectName: await projectName(body['project']) } : body);

/** What the product fills in where the asker says nothing: serial numbers, names, frozen lists. */
const COMPLETE: Readonly<Record<string, readonly Complete[]>> = {
  IssueOrder: [named, async (services, caller, id, body) => {
    const rung = body['rung'] === 'interview' ? ['interview', '约谈'] as const : body['rung'] === 'accountability' ? ['accountability', '问责'] as const : ['supervision', '督办'] as const;
    return numbered(`order-${rung[0]}`, rung[1])(services, caller, id, body);
  }],
};

export const completing = async (services: Services, caller: Caller, type: string, id: string, body: unknown): Promise<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let full = body as Body;
  for (const step of COMPLETE[type] ?? []) full = await step(services, caller, id, full);
  return full;
};

import type { People, PersonId } from '../person.ts';
import { reject } from './rejections.ts';

/** An approver is a second person with an account, wherever one is named (README, "Commands and events"). Throws 'approver-is-giver' and 'approver-unknown'. */
export const checkSecondPerson = (approver: string, giver: string, people: People): void => {
  const login = approver.replace(/^@/, '') as PersonId;
  if (login === giver) reject('approver-is-giver', 'approver');
  if (!people.has(login)) reject('approver-unknown', 'approver');
};

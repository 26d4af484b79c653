import { withoutContacts } from '#domain';
import { may, type Caller } from '#identity';
import type { Office } from '../office.ts';

/** An answer as its reader may see it. Who works with projects reads what is sealed; who only looks is shown masked numbers. */
export const shownTo = <Answer>({ personal }: Office, caller: Caller, answer: Answer): Promise<Answer> =>
  may(caller, 'record-facts') ? personal.open(answer) : personal.open(answer, withoutContacts);

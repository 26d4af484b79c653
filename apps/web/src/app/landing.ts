import type { Schemas } from '../ask/api.ts';

const BACKLOG = '/lists/signed-not-started';

/** Where a person's day begins. A leader begins with what they answer for; everybody else with the backlog. */
export const landingOf = ({ roles }: Pick<Schemas['Session'], 'roles'>): string =>
  roles.length === 1 && roles[0] === 'leader' ? '/leader' : BACKLOG;

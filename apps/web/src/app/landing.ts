import type { Schemas } from '../ask/api.ts';

type Session = Pick<Schemas['Session'], 'roles' | 'name'>;

/**
 * Where a person's day begins, by the first of the roles that says so: the administrator with people for as long as nobody else can sign in, the
 * supervision office with its orders, a leader with what that leader answers for (with the whole where that is nothing), those who keep and grant with accounts, an auditor with the audit
 * room, a clerk with the day's steps. `leaders`: those who answer for projects.
 */
export const landingOf = ({ roles, name }: Session, alone: boolean, leaders: readonly string[]): string => {
  if (roles.length === 0) return '/account'; // somebody else grants roles
  if (roles.includes('system-admin') || roles.includes('security-admin')) return '/accounts';
  if (roles.includes('admin')) return alone ? '/accounts' : '/cockpit';
  if (roles.includes('supervisor')) return '/matters/orders';
  if (roles.includes('leader'))
    return leaders.includes(name) ? `/cockpit?leader=${encodeURIComponent(name)}` : '/cockpit';
  return roles.includes('auditor') && !roles.includes('clerk') ? '/audit' : '/today';
};

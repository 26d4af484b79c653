import type { Addressee, KnownProject, Person, Reason, Recipient } from '#domain';

/** Who holds a role in a unit, from the organisation tree; null where nobody does. */
export type HolderOf = (unit: string | null, role: 'head' | 'supervision') => Person | null;

/** As the unit of an order that belongs to no unit: the supervision office answers it. */
export const OFFICE_ROLE = 'supervision-office';
export const OFFICE: Addressee = { unit: null, role: OFFICE_ROLE, person: null };

/** A role with whoever holds it; a name that is nobody's id stays a name. */
export const addressed = (unit: string | null, role: string, who: Person | null): Addressee => ({
  unit,
  role,
  person: who?.name ?? null,
  ...(who === null || who.id === null ? {} : { id: who.id }),
});

export const officeNow = (holder: HolderOf): Addressee => addressed(null, OFFICE_ROLE, holder(null, 'supervision'));

/** The head of a unit; nobody where none is appointed: the whole unit is not told in his stead. */
export const headOf = (unit: string | null, holder: HolderOf): readonly Addressee[] => {
  const head = unit === null ? null : holder(unit, 'head');
  return head === null ? [] : [addressed(unit, 'owner-head', head)];
};

const addressees = (recipient: Recipient, { owner }: KnownProject, holder: HolderOf): readonly Addressee[] => {
  const person = (role: string, who: Person | null): readonly Addressee[] =>
    who === null ? [] : [addressed(owner.unit, role, who)];
  switch (recipient) {
    case 'steward':
      return person('steward', owner.steward);
    case 'liaisons':
      return owner.liaisons.flatMap((who) => person('liaison', who));
    case 'responsible-leader':
      return person('responsible-leader', owner.leader);
    case 'owner-unit':
      return owner.unit === null ? [] : [{ unit: owner.unit, role: 'owner-unit', person: null }];
    case 'owner-head':
      return headOf(owner.unit, holder);
    case 'all-units':
      return [{ unit: null, role: 'all-units', person: null }];
    case 'supervision-office':
      return [officeNow(holder)];
  }
};

export interface Addressed {
  readonly to: readonly Addressee[];
  readonly why: Reason | null; // why others are told than the ladder names
}

/**
 * Who is told of a project. Nobody found is loud: the supervision office is told, and the notice says why. After a hand-over the head of the new unit is told until
 * it names its own (libs/domain/README.md, "Escalation ladder").
 */
export const address = (roles: readonly Recipient[], project: KnownProject, holder: HolderOf): Addressed => {
  const to = roles.flatMap((one) => addressees(one, project, holder));
  if (to.length > 0) return { to, why: null };
  const { unit } = project.owner;
  const head = project.handedOver === null ? [] : headOf(unit, holder);
  return head.length > 0
    ? { to: head, why: { code: 'handed-over', data: { roles } } }
    : {
        to: [officeNow(holder)],
        why: { code: 'nobody-holds', data: { roles, ...(unit === null ? {} : { unit }) } },
      };
};

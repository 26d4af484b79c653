import { useSession } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import type { Field } from '../parts/form/field-values.ts';
import { ManyPicker, OnePicker, UnitPicker, useOpenUnits } from '../parts/form/pickers.tsx';
import { useWords, WORDS } from '../words/words.ts';
import { PEOPLE_WORDS, SCOPE_WORDS } from './people-words.ts';
import { useRoles, type Account } from './people-queries.ts';

const NAME: Field = { name: 'name', kind: 'text', required: true, max: 100, label: PEOPLE_WORDS.personName };
const UNIT: Field = { name: 'unit', kind: 'text', required: false, label: PEOPLE_WORDS.ownUnit };
/** What somebody may, and over which projects. */
const RIGHTS: readonly Field[] = [
  { name: 'roles', kind: 'texts', required: true, label: PEOPLE_WORDS.roles },
  UNIT,
  { name: 'scope', kind: 'choice', required: true, label: PEOPLE_WORDS.scope },
  { name: 'units', kind: 'texts', required: false, label: PEOPLE_WORDS.seenUnits },
];
const USER: Field = { name: 'user', kind: 'text', required: true, max: 60, label: WORDS.user };

/** The forms of an account: of a new one, whose first password is made by the server, and of one that is there. */
export const useAccountForms = (): { readonly create: () => Begun; readonly change: (account: Account) => Begun } => {
  const { say } = useWords();
  const may = useSession().data?.permissions ?? [];
  const [keeps, grants] = [may.includes('keep-accounts'), may.includes('grant-rights')];
  const roles = (useRoles()?.roles ?? []).map(({ role, title }) => ({ value: role, label: say(title) }));
  const units = useOpenUnits();
  const scopes = Object.entries(SCOPE_WORDS).map(([value, sentence]) => ({ value, label: say(sentence) }));
  const pickers = {
    roles: <ManyPicker options={roles} />,
    unit: <UnitPicker />,
    scope: <OnePicker options={scopes} />,
    units: <ManyPicker options={units} />,
  };
  const asks: Begun['asks'] = { units: ({ scope }) => scope === 'units' };
  const both = { version: null, pickers, asks, touches: ['accounts'] as const };
  return {
    create: () => ({
      ...both,
      url: '/api/accounts',
      command: {
        type: 'CreateAccount',
        title: PEOPLE_WORDS.newAccount,
        fields: [USER, NAME, ...(grants ? RIGHTS : [UNIT])],
      },
      ...(grants ? {} : { fixed: { roles: [], scope: 'own-projects' }, about: PEOPLE_WORDS.rightsLater }),
    }),
    change: ({ id, name, roles: held, scope, units: seen, unit, disabled }) => {
      const now = { name, roles: held, scope, units: seen, ...(unit === null ? {} : { unit }) };
      const fields = [...(keeps ? [NAME] : []), ...(grants ? RIGHTS : [])];
      const isAsked = (field: string): boolean => fields.some((one) => one.name === field);
      return {
        ...both,
        url: `/api/accounts/${id}`,
        method: 'PUT',
        command: { type: 'ChangeAccount', title: PEOPLE_WORDS.changeAccount, fields },
        initial: now,
        fixed: { ...Object.fromEntries(Object.entries(now).filter(([field]) => !isAsked(field))), disabled },
        ...(keeps ? {} : { about: { zh: name, en: name } }),
      };
    },
  };
};

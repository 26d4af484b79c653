import { useOrganisation } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import type { Values } from '../parts/form/field-values.ts';
import { OnePicker, PersonPicker, UnitPicker } from '../parts/form/pickers.tsx';
import { DICTIONARY } from '../generated/words.ts';
import { useWords, type Sentence } from '../words/words.ts';
import { useOrganisationCommands } from './people-queries.ts';

const ROLES: Readonly<Record<string, Sentence>> = DICTIONARY.unitRoles;
const TOUCHES = ['organisation', 'accounts'] as const;

/** The form of a command of the organisation, by its name, begun at the organisation as it stands on the page. */
export const useOrganisationForms = (): ((type: string, fixed: Values, initial: Values) => Begun | null) => {
  const { say } = useWords();
  const version = useOrganisation().data?.version ?? null;
  const commands = useOrganisationCommands();
  const roles = Object.entries(ROLES).map(([value, sentence]) => ({ value, label: say(sentence) }));
  const pickers = {
    parent: <UnitPicker />,
    role: <OnePicker options={roles} />,
    deputy: <PersonPicker named />,
  };
  return (type, fixed, initial) => {
    const command = commands.find((one) => one.type === type);
    if (command === undefined) return null;
    return {
      command,
      url: `/api/organisation/commands/${command.path}`,
      version,
      fixed,
      initial,
      pickers,
      touches: TOUCHES,
      hidden: ['evidence'],
    };
  };
};

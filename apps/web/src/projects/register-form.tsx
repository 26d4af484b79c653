import { useGo } from '../parts/way.tsx';
import { CommandForm } from '../parts/form/command-form.tsx';
import { PROJECT_WORDS } from './project-words.ts';
import { useRegistering } from './project-forms.tsx';
import { useProjectCommands } from './project-queries.ts';

/** The form that begins a project; it comes with the description of its fields when it is first called for. */
export const RegisterForm = ({ type, onClose }: { type: string; onClose: () => void }) => {
  const go = useGo();
  const registering = useRegistering();
  const command = useProjectCommands().commands.find((one) => one.type === type);
  if (command === undefined) return null;
  return (
    <CommandForm
      begun={registering(command, PROJECT_WORDS.codeByItself)}
      onClose={onClose}
      onDone={(id) => {
        go(`/projects/${id}`);
      }}
    />
  );
};

import { Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { PROJECT_WORDS } from './project-words.ts';
import { useRegistering } from './project-forms.tsx';
import { useProjectCommands } from './project-queries.ts';
import { useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';

/** Begins a lead, or a project that already lives; the page of the new one opens. */
export const RegisterButtons = () => {
  const { say } = useWords();
  const go = useGo();
  const permissions = useSession().data?.permissions ?? [];
  const { isPast } = useTime();
  const registering = useRegistering();
  const [begun, begin] = useState<Begun | null>(null);
  const opening = useProjectCommands().commands.filter(
    ({ creates, needs }) => creates && permissions.some((permission) => permission === needs),
  );
  if (isPast) return null;
  return (
    <div className="buttons no-print">
      {opening.map((command) => (
        <Button
          key={command.type}
          type={command.type === 'RegisterLead' ? 'primary' : 'default'}
          onClick={() => {
            begin(registering(command, PROJECT_WORDS.codeByItself));
          }}
        >
          {say(command.title)}
        </Button>
      ))}
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(id) => {
            go(`/projects/${id}`);
          }}
        />
      )}
    </div>
  );
};

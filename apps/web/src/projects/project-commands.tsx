import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { dueStep, inStages } from './command-stages.ts';
import type { ProjectCommand } from './project-forms.tsx';
import type { ProjectState } from './project-state.ts';

/** What can be done with the project now: the step that is due, a line of progress, and everything else behind one button, by stage. */
export const ProjectCommands = ({
  allowed,
  clock,
  state,
  onBegin,
}: {
  allowed: readonly ProjectCommand[];
  clock: string | null;
  state: ProjectState;
  onBegin: (command: ProjectCommand) => void;
}) => {
  const { t, say } = useWords();
  const [all, showAll] = useState(false);
  const due = dueStep(allowed, clock, state);
  const progress = allowed.find(({ type }) => type === 'ReportProgress');
  const stages = inStages(allowed.filter((command) => command !== due && command !== progress));
  const button = (command: ProjectCommand, primary = false) => (
    <Button
      key={command.type}
      type={primary ? 'primary' : 'default'}
      onClick={() => {
        showAll(false); // what comes of it stands below
        onBegin(command);
      }}
    >
      {say(command.title)}
    </Button>
  );
  if (due === null && progress === undefined && stages.length === 0) return null;
  return (
    <section className="commands" data-testid="commands" aria-label={t('doNow')}>
      <div className="buttons">
        {due !== null && button(due, true)}
        {progress !== undefined && progress !== due && button(progress)}
        {stages.length > 0 && (
          <Button
            aria-expanded={all}
            onClick={() => {
              showAll(!all);
            }}
          >
            {all ? t('fewerCommands') : t('moreCommands')}
          </Button>
        )}
      </div>
      {all && (
        <dl className="stages">
          {stages.map(({ word, commands }) => (
            <div key={word}>
              <dt>{t(word)}</dt>
              <dd className="buttons">{commands.map((command) => button(command))}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};

import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { inStages } from './command-stages.ts';
import type { ProjectCommand } from './project-forms.tsx';

/** What can be done with the project now: the step that is due, a line of progress, and everything else behind one button, by stage. */
export const ProjectCommands = ({
  allowed,
  steps,
  onBegin,
}: {
  allowed: readonly ProjectCommand[];
  steps: readonly string[];
  onBegin: (command: ProjectCommand) => void;
}) => {
  const { t, say } = useWords();
  const [all, showAll] = useState(false);
  const due = steps.flatMap((step) => allowed.find(({ type }) => type === step) ?? [])[0] ?? null;
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

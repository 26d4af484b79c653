import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId, useState } from 'react';
import { problemOf, type Problem } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { useWords } from '../words/words.ts';
import { attachPaper, type Paper } from './paper-queries.ts';

interface Failed {
  readonly name: string;
  readonly problem: Problem;
}

/** A button that opens the files of a machine, or the camera of a telephone. */
const FileButton = ({
  label,
  photo = false,
  onFiles,
}: {
  label: string;
  photo?: boolean;
  onFiles: (files: FileList) => void;
}) => {
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        className="spoken"
        {...(photo ? { accept: 'image/*', capture: 'environment' as const } : { multiple: true })}
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) onFiles(target.files);
          target.value = ''; // the same file can be chosen again
        }}
      />
      <label htmlFor={id} className={`file-button ${photo ? 'on-phone-only' : ''}`}>
        {label}
      </label>
    </>
  );
};

/** Where files are dropped, chosen or photographed: each is attached to the project at once. `onAttached` is told of each. */
export const PaperDrop = ({ project, onAttached }: { project: string; onAttached?: (paper: Paper) => void }) => {
  const { t, say, marks } = useWords();
  const client = useQueryClient();
  const [waiting, wait] = useState<readonly string[]>([]);
  const [failed, fail] = useState<readonly Failed[]>([]);
  const [over, hover] = useState(false);

  const attach = async (files: FileList): Promise<void> => {
    const all = [...files];
    wait(all.map(({ name }) => name));
    fail([]);
    for (const file of all) {
      try {
        const paper = await attachPaper(project, file, commandKey());
        onAttached?.(paper);
      } catch (error) {
        fail((before) => [...before, { name: file.name, problem: problemOf(error) }]);
      }
      wait((before) => before.slice(1));
    }
    await client.invalidateQueries({ queryKey: ['project', project, 'papers'] });
  };
  return (
    <div
      className={`paper-drop ${over ? 'over' : ''}`}
      data-testid="paper-drop"
      onDragOver={(event) => {
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => {
        hover(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        hover(false);
        void attach(event.dataTransfer.files);
      }}
    >
      <span className="not-on-phone">{t('dropPapers')} </span>
      <FileButton label={t('choosePapers')} onFiles={(files) => void attach(files)} />
      <FileButton label={t('takePhoto')} photo onFiles={(files) => void attach(files)} />
      <p aria-live="polite" className="small">
        {waiting.length > 0 &&
          `${t('attaching')} ${waiting[0] ?? ''}${waiting.length > 1 ? marks.aside(waiting.length) : ''}`}
      </p>
      {failed.map(({ name, problem }) => (
        <Alert
          key={name}
          type="error"
          showIcon
          role="alert"
          title={`${name}${marks.colon}${say(problem)}`}
          className="space-below"
        />
      ))}
    </div>
  );
};

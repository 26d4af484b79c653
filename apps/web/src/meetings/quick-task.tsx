import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, type InputRef } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import { problemOf, sent } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { refresh } from '../ask/keys.ts';
import { UnitPicker } from '../parts/form/pickers.tsx';
import { useWords } from '../words/words.ts';

/** A task typed while they talk: what, who, by when. Enter gives it; what was refused stays as it was typed. */
export const QuickTask = ({
  meeting,
  project,
  textRef,
}: {
  meeting: string;
  project: string | null;
  textRef: RefObject<InputRef | null>;
}) => {
  const { t, say } = useWords();
  const client = useQueryClient();
  const [text, write] = useState('');
  const [unit, choose] = useState<string>();
  const [due, setDue] = useState('');
  const key = useRef(commandKey()); // kept until the task is given: sent twice it is one
  const give = useMutation({
    mutationFn: () =>
      sent(`/api/meetings/${meeting}/commands/assign-task`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key.current },
        body: JSON.stringify({
          text: text.trim(),
          ...(unit === undefined ? {} : { unit }),
          ...(due === '' ? {} : { due }),
          ...(project === null ? {} : { project }),
        }),
      }),
    onSuccess: async () => {
      key.current = commandKey();
      write('');
      textRef.current?.focus();
      await refresh(client, ['matter', 'matters', 'inbox']);
    },
  });
  return (
    <form
      className="quick-task"
      data-testid="quick-task"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !give.isPending) give.mutate();
      }}
    >
      <Input
        ref={textRef}
        aria-label={t('taskText')}
        placeholder={t('taskText')}
        value={text}
        maxLength={5000}
        onChange={({ target }) => {
          write(target.value);
        }}
      />
      <label>
        <span className="small">{t('taskUnit')}</span>
        <UnitPicker id="quick-task-unit" {...(unit === undefined ? {} : { value: unit })} onChange={choose} />
      </label>
      <label>
        <span className="small">{t('taskDue')}</span>
        <Input
          type="date"
          value={due}
          onChange={({ target }) => {
            setDue(target.value);
          }}
        />
      </label>
      <Button type="primary" htmlType="submit" loading={give.isPending}>
        {t('giveTask')}
      </Button>
      {give.error !== null && <Alert type="error" showIcon role="alert" title={say(problemOf(give.error))} />}
    </form>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Refusal, sent, type Schemas } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { commandKey } from '../ask/command-key.ts';
import { Entry, type Pickers } from './entry.tsx';
import { asBody, type Field, type Values } from './field-values.ts';
import { useWords, type Sentence } from '../words/words.ts';

export type CommandDescription = Schemas['CommandCatalogue']['commands'][number];

/** A command to fill in: where it is sent, the version it was begun at (null where it opens something), and what is already said. */
export interface Begun {
  readonly command: { readonly type: string; readonly title: Sentence; readonly fields: readonly Field[] };
  readonly url: string;
  readonly version: number | null;
  readonly initial?: Values;
  readonly fixed?: Values; // sent as it is, and not shown
  readonly hidden?: readonly string[]; // filled in by the server
  readonly needed?: readonly string[]; // asked for although the field is optional in general
  readonly pickers?: Pickers;
  readonly about?: Sentence; // what it brings about, said before one submits
}

const BESIDE = ['occurredOn', 'basis', 'note', 'approver', 'evidence'];
const fieldsOf = ({ command, fixed = {}, hidden = [], needed = [] }: Begun): Field[] => {
  const shown = command.fields
    .filter(({ name }) => !(name in fixed) && !hidden.includes(name) && (name !== 'evidence' || needed.includes(name)))
    .map((field) => (needed.includes(field.name) ? { ...field, required: true } : field));
  const after = (field: Field): number => (BESIDE.includes(field.name) && !needed.includes(field.name) ? 1 : 0);
  return shown.sort((a, b) => after(a) - after(b));
};

/** The form of one command, made from its description. The key stays the same until it is accepted, so that a second click or a lost answer changes nothing twice. */
export const CommandForm = ({
  begun,
  onClose,
  onDone,
}: {
  begun: Begun;
  onClose: () => void;
  onDone?: (id: string) => void;
}) => {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const key = useRef(commandKey());
  const { command, url, initial = {}, fixed = {}, pickers = {} } = begun;
  // What was on the page when the form was opened. The page may load newer facts behind the form; they count as seen only once the newest are asked for.
  const [seen, see] = useState<number | 'newest' | null>(begun.version);
  const version = seen === 'newest' ? begun.version : seen;
  const fields = fieldsOf(begun);
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const answer = await sent<{ id?: string }>(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key.current,
          ...(version === null ? {} : { 'if-match': `"${version}"` }),
        },
        body: JSON.stringify({ ...asBody(fields, values), ...fixed }),
      });
      return answer.id ?? '';
    },
    onSuccess: async (id) => {
      message.success(t('done'));
      onClose();
      await refresh(client, PROJECT_TOUCHES);
      onDone?.(id);
    },
    onError: (error) => {
      if (!(error instanceof Refusal)) return;
      form.setFields(
        error.problem.errors.map(({ field, ...sentence }) => ({
          name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
          errors: [say(sentence)],
        })),
      );
    },
  });
  const problem = send.error instanceof Refusal ? send.error.problem : null;
  const moved = problem?.status === 412;
  const reload = async () => {
    await refresh(client, PROJECT_TOUCHES);
    see('newest');
    send.reset();
    message.info(t('reloadedHint'));
  };
  return (
    <Modal
      open
      title={say(command.title)}
      onCancel={onClose}
      okText={t('submit')}
      cancelText={t('cancel')}
      confirmLoading={send.isPending}
      onOk={() => {
        form.submit();
      }}
      destroyOnHidden
    >
      {problem && (
        <Alert
          type={moved ? 'warning' : 'error'}
          showIcon
          title={moved ? t('movedOn') : say(problem)}
          style={{ marginBottom: 12 }}
          role="alert"
          action={
            moved && (
              <Button
                size="small"
                onClick={() => {
                  void reload();
                }}
              >
                {t('reload')}
              </Button>
            )
          }
        />
      )}
      {begun.about && <p>{say(begun.about)}</p>}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values: Values) => {
          send.mutate(values);
        }}
      >
        {fields.map((field) => (
          <Entry key={field.name} field={field} path={[]} pickers={pickers} />
        ))}
      </Form>
    </Modal>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { problemOf, sent } from '../../ask/api.ts';
import { commandKey } from '../../ask/command-key.ts';
import { PROJECT_TOUCHES, refresh } from '../../ask/keys.ts';
import { useSession } from '../../app/known-to-all.ts';
import { useWords } from '../../words/words.ts';
import { today } from '../day.ts';
import { useTime } from '../time.ts';
import { fieldsOf, type Begun, type Recorded } from './begun.ts';
import { ChoiceNames } from './choice-names.ts';
import { draftOf, type Draft } from './draft.ts';
import { Entry } from './entry.tsx';
import { EntryIf } from './entry-if.tsx';
import { asBody, type Field, type Pickers, type Values } from './field-values.ts';
import { FormNotices } from './form-notices.tsx';
import { FormQuestion, type Asked } from './form-questions.tsx';
import { showRefused } from './refused-fields.ts';
import { secondLook } from './second-look.ts';
import { Recording } from './will-be-recorded.tsx';

/** What somebody typed into this form and did not send; whose it is and of which form is settled when it opens. */
const useDraft = (form: string): Draft => {
  const account = useSession().data?.account ?? '';
  const [draft] = useState(() => draftOf(account, form));
  return draft;
};

/** Enter that chooses a word of an input method is no answer to the form. */
const keepFromSending = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
};

/** The form of one command, made from its description. The key stays the same until it is accepted, so that a second click or a lost answer changes nothing twice. */
export const CommandForm = ({
  begun,
  onClose,
  onDone,
  onUndo,
}: {
  begun: Begun;
  onClose: () => void;
  onDone?: (id: string, recorded: Recorded) => void;
  onUndo?: ((version: number) => void) | undefined; // how what was recorded is taken back, where the person may
}) => {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const client = useQueryClient();
  const key = useRef(commandKey());
  const { isPast } = useTime();
  const { command, url, initial = {}, fixed = {}, pickers = {}, touches = PROJECT_TOUCHES, complete } = begun;
  const draft = useDraft(`${url}${JSON.stringify(fixed)}`);
  const [restored, setRestored] = useState(draft.kept !== null);
  const [asked, ask] = useState<Asked | null>(null);
  const [names] = useState(() => new Map<string, string>());
  // What was on the page when the form was opened. The page may load newer facts behind the form; they count as seen only once the newest are asked for.
  const [seen, see] = useState<number | 'newest' | null>(begun.version);
  const version = seen === 'newest' ? begun.version : seen;
  const { open, folded } = fieldsOf(begun);
  const fields = [...open, ...folded];
  const isFact = fields.some(({ name }) => name === 'occurredOn');
  const empty = { ...(isFact ? { occurredOn: today() } : {}), ...initial };

  const send = useMutation({
    mutationFn: (body: Values) =>
      begun.deliver?.(body, key.current) ??
      sent<Recorded>(url, {
        method: begun.method ?? 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key.current,
          ...(version === null ? {} : { 'if-match': `"${version}"` }),
        },
        body: JSON.stringify({ ...(complete?.(body, key.current) ?? body), ...fixed }),
      }),
    onSuccess: async (recorded) => {
      const { id, projectId, version, approval } = recorded;
      draft.drop();
      await refresh(client, touches); // whoever goes on at once begins at the newest, not at what this form has just changed
      onClose();
      tell(version, approval != null);
      onDone?.(id ?? projectId ?? '', recorded);
    },
    onError: (error) => {
      ask(null);
      showRefused(form, problemOf(error), language);
    },
  });
  const tell = (recorded: number | undefined, isAsked: boolean): void => {
    const done = message.success({
      content: (
        <>
          {t(isAsked ? 'sentForApproval' : 'done')}
          {onUndo !== undefined && recorded !== undefined && !isAsked && (
            <Button
              type="link"
              size="small"
              onClick={() => {
                done();
                onUndo(recorded);
              }}
            >
              {t('undoIt')}
            </Button>
          )}
        </>
      ),
    });
  };
  const submit = (values: Values): void => {
    const body = asBody(fields, values);
    const looks = secondLook(command.type, fields, body, begun);
    if (looks.length === 0) send.mutate(body);
    else ask({ about: 'send', body, looks });
  };
  const reload = async (): Promise<void> => {
    await refresh(client, touches);
    see('newest');
    send.reset();
    message.info(t('reloadedHint'));
  };
  const leave = (): void => {
    if (form.isFieldsTouched() || restored) ask({ about: 'leave' });
    else onClose();
  };
  const startAnew = (): void => {
    draft.drop();
    setRestored(false);
    form.setFieldsValue({ ...Object.fromEntries(fields.map(({ name }) => [name, undefined])), ...empty });
  };
  return (
    <ChoiceNames value={names}>
      <Modal
        open
        title={say(command.title)}
        onCancel={
          asked === null
            ? leave
            : () => {
                ask(null);
              }
        }
        mask={{ closable: false }}
        okText={t('submit')}
        cancelText={t('cancel')}
        confirmLoading={send.isPending}
        okButtonProps={{ disabled: isPast }}
        onOk={() => {
          form.submit();
        }}
        {...(asked === null ? {} : { footer: null })}
        afterOpenChange={(shown) => {
          if (shown) focusFirst(open[0]?.name);
        }}
        destroyOnHidden
      >
        {asked !== null && (
          <FormQuestion
            asked={asked}
            title={command.title}
            fields={fields}
            busy={send.isPending}
            onBack={() => {
              ask(null);
            }}
            onSend={send.mutate}
            onKeep={onClose}
            onDrop={() => {
              draft.drop();
              onClose();
            }}
          />
        )}
        <div hidden={asked !== null}>
          <FormNotices
            refused={send.error === null ? null : problemOf(send.error)}
            isPast={isPast}
            restored={restored}
            about={begun.about}
            onReload={reload}
            onStartAnew={startAnew}
          />
          <Form
            form={form}
            name="command"
            layout="vertical"
            initialValues={{ ...empty, ...draft.kept }}
            scrollToFirstError={{ block: 'center', focus: true }}
            onKeyDown={keepFromSending}
            onValuesChange={(_changed, values) => {
              draft.keep(values);
            }}
            onFinish={submit}
          >
            {open.map((field) => (
              <EntryIf key={field.name} field={field} pickers={pickers} asks={begun.asks} />
            ))}
            <Folded fields={folded} pickers={pickers} />
            {begun.hint}
            {isFact && <Recording title={command.title} fields={fields} />}
          </Form>
        </div>
      </Modal>
    </ChoiceNames>
  );
};

/** The first thing to fill in has the keyboard when the form opens. */
const focusFirst = (name: string | undefined): void => {
  document.querySelector<HTMLElement>(`#command_${name ?? ''}`)?.focus();
};

/** What hardly anybody fills in, to be unfolded. */
const Folded = ({ fields, pickers }: { fields: readonly Field[]; pickers: Pickers }) => {
  const { t } = useWords();
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>{t('moreEntries')}</summary>
      {fields.map((field) => (
        <Entry key={field.name} field={field} pickers={pickers} />
      ))}
    </details>
  );
};

import { Alert, Button } from 'antd';
import { useWords, type Sentence } from '../../words/words.ts';
import type { Field, Values } from './field-values.ts';
import { WillBeRecorded } from './will-be-recorded.tsx';

/** What will be recorded, and why it deserves another look, before it is sent. */
const SecondLook = ({
  title,
  fields,
  body,
  looks,
  busy,
  onBack,
  onSend,
}: {
  title: Sentence;
  fields: readonly Field[];
  body: Values;
  looks: readonly Sentence[];
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}) => {
  const { t, say } = useWords();
  return (
    <section data-testid="second-look">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('secondLook')}
        description={looks.map((look) => (
          <p key={look.en}>{say(look)}</p>
        ))}
      />
      <WillBeRecorded title={title} fields={fields} body={body} />
      <div className="buttons">
        <Button onClick={onBack}>{t('backToForm')}</Button>
        <Button type="primary" danger loading={busy} onClick={onSend} autoFocus>
          {t('confirmAndSubmit')}
        </Button>
      </div>
    </section>
  );
};

/** Asked when somebody turns away from a form with something in it. */
const LeaveQuestion = ({ onStay, onKeep, onDrop }: { onStay: () => void; onKeep: () => void; onDrop: () => void }) => {
  const { t } = useWords();
  return (
    <section data-testid="leave-question">
      <Alert type="info" showIcon role="alert" title={t('notSubmitted')} />
      <div className="buttons space-above">
        <Button type="primary" onClick={onStay} autoFocus>
          {t('keepFilling')}
        </Button>
        <Button onClick={onKeep}>{t('keepDraft')}</Button>
        <Button danger onClick={onDrop}>
          {t('dropDraft')}
        </Button>
      </div>
    </section>
  );
};

/** What is asked before a form is sent or left. */
export type Asked =
  { readonly about: 'send'; readonly body: Values; readonly looks: readonly Sentence[] } | { readonly about: 'leave' };

/** What stands in place of the entries: a second look at what will be recorded, or the question what becomes of it. */
export const FormQuestion = ({
  asked,
  title,
  fields,
  busy,
  onBack,
  onSend,
  onKeep,
  onDrop,
}: {
  asked: Asked;
  title: Sentence;
  fields: readonly Field[];
  busy: boolean;
  onBack: () => void;
  onSend: (body: Values) => void;
  onKeep: () => void;
  onDrop: () => void;
}) =>
  asked.about === 'leave' ? (
    <LeaveQuestion onStay={onBack} onKeep={onKeep} onDrop={onDrop} />
  ) : (
    <SecondLook
      title={title}
      fields={fields}
      body={asked.body}
      looks={asked.looks}
      busy={busy}
      onBack={onBack}
      onSend={() => {
        onSend(asked.body);
      }}
    />
  );

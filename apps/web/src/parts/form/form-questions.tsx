import { Alert, Button } from 'antd';
import { useWords, type Sentence } from '../../words/words.ts';
import type { Field, Values } from './field-values.ts';
import { WillBeRecorded } from './will-be-recorded.tsx';

/** What will be recorded, and why it deserves another look, before it is sent. */
export const SecondLook = ({
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
export const LeaveQuestion = ({
  onStay,
  onKeep,
  onDrop,
}: {
  onStay: () => void;
  onKeep: () => void;
  onDrop: () => void;
}) => {
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

import { Button } from 'antd';
import { Link } from '../parts/way.tsx';
import { minute } from '../parts/day.ts';
import { DueWord } from '../parts/due-word.tsx';
import { useWords } from '../words/words.ts';
import {
  About,
  NamedBeside,
  OfProject,
  OutcomeWord,
  Told,
  useReminderWords,
  type Reminder,
} from './reminder-words.tsx';

/** One notice: what it is about, its rung and clock, by when, who was told; and the button that says "I know". */
export const NoticeCard = ({
  reminder,
  chosen,
  done,
  onAcknowledge,
}: {
  reminder: Reminder;
  chosen: boolean;
  done: boolean;
  onAcknowledge: (() => void) | null;
}) => {
  const { t } = useWords();
  const words = useReminderWords();
  return (
    <li className={chosen ? 'chosen-card' : ''}>
      <div className="heading">
        <strong>
          <About reminder={reminder} />
        </strong>
        {done ? (
          <OutcomeWord outcome="acknowledged" />
        ) : (
          onAcknowledge && (
            <Button size="small" type="primary" ghost onClick={onAcknowledge}>
              {t('acknowledge')}
            </Button>
          )
        )}
      </div>
      <div>
        {words(reminder)} ·{' '}
        {reminder.subject.due ? (
          <>
            {t('dueBy')} <DueWord due={reminder.subject.due} />
          </>
        ) : (
          <>
            {t('dueDay')} {reminder.on}
          </>
        )}{' '}
        <OfProject reminder={reminder} />
        {reminder.order && (
          <>
            {' '}
            · <Link to={`/matters/orders/${reminder.order}`}>{t('openOrder')}</Link>
          </>
        )}
      </div>
      <NamedBeside reminder={reminder} />
      <div className="small">
        {t('sentAt')} {minute(reminder.sentAt)} · {t('told')} <Told to={reminder.to} />
      </div>
    </li>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answered, api } from '../ask/api.ts';
import { minute } from '../parts/day.ts';
import { useWords } from '../words/words.ts';

/** One line on whether the reminders run: the canary's age, the last morning audit, and what is overdue. */
export const ReminderWatch = () => {
  const { t, marks } = useWords();
  const watch = useQuery({
    queryKey: ['reminders', 'watch'],
    queryFn: () => answered(api.GET('/api/reminders/watch')),
    refetchInterval: 60_000,
  });
  if (!watch.data) return null;
  const { canaryAt, auditedOn, missed, waiting, overdue } = watch.data;
  const age =
    canaryAt === null
      ? t('never')
      : minute(canaryAt) +
        marks.aside(`${Math.max(0, Math.round((Date.now() - Date.parse(canaryAt)) / 60_000))} ${t('minutesAgo')}`);
  const bad = overdue > 0 || (missed ?? 0) > 0;
  return (
    <Alert
      data-testid="watch"
      type={bad ? 'error' : 'success'}
      showIcon
      style={{ marginBottom: 12 }}
      title={bad ? t('alarm') : t('calm')}
      description={
        <span>
          {t('canary')} {age} · {t('audit')} {auditedOn ?? t('never')}
          {missed !== null && marks.aside(`${t('missed')} ${missed}`)} · {t('waitingNow')} {waiting} · {t('overdue')}{' '}
          {overdue}
        </span>
      }
    />
  );
};

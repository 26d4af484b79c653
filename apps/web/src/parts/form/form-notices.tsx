import { Alert, Button } from 'antd';
import type { Problem } from '../../ask/api.ts';
import { useSessionOver } from '../../ask/session-over.ts';
import { useWords, type Sentence } from '../../words/words.ts';
import { FormProblem } from './form-problem.tsx';

/** What is said above the entries: why they were not accepted, that the past is only looked at, that a draft was found again, what the command brings about. */
export const FormNotices = ({
  refused,
  isPast,
  restored,
  about,
  onReload,
  onStartAnew,
}: {
  refused: Problem | null;
  isPast: boolean;
  restored: boolean;
  about: Sentence | undefined;
  onReload: () => Promise<void>;
  onStartAnew: () => void;
}) => {
  const { t, say } = useWords();
  const isSignedOut = useSessionOver();
  const settled = refused?.status === 401 && !isSignedOut; // signed in again over the form
  return (
    <>
      {refused !== null && !settled && <FormProblem problem={refused} onReload={onReload} />}
      {isPast && <Alert type="warning" showIcon className="space-below" title={t('formsOff')} />}
      {restored && (
        <Alert
          type="info"
          showIcon
          className="space-below"
          title={t('draftRestored')}
          action={
            <Button size="small" onClick={onStartAnew}>
              {t('startAnew')}
            </Button>
          }
        />
      )}
      {about && <p>{say(about)}</p>}
    </>
  );
};

import { Alert, Button } from 'antd';
import type { Problem } from '../../ask/api.ts';
import { useWords } from '../../words/words.ts';

/** Why the form was not accepted, at its top; where the page was older than the facts, how to go on. */
export const FormProblem = ({ problem, onReload }: { problem: Problem; onReload: () => Promise<void> }) => {
  const { t, say } = useWords();
  const moved = problem.status === 412;
  const signedOut = problem.status === 401;
  return (
    <Alert
      type={moved || signedOut ? 'warning' : 'error'}
      showIcon
      title={moved ? t('movedOn') : signedOut ? t('signInAgain') : say(problem)}
      className="space-below"
      role="alert"
      action={
        moved && (
          <Button
            size="small"
            onClick={() => {
              void onReload();
            }}
          >
            {t('reload')}
          </Button>
        )
      }
    />
  );
};

import { useLocation } from 'react-router';
import { Link } from './way.tsx';
import { problemOf, type Problem } from '../ask/api.ts';
import { useWords, type Word } from '../words/words.ts';
import { Notice } from './notice.tsx';

/** Why nothing is shown, told apart: another try helps, a right is missing, it is not there, or the person is signed out. */
type Why = 'unreachable' | 'signed-out' | 'no-right' | 'gone' | 'failed';
const TITLES: Readonly<Record<Why, Word>> = {
  unreachable: 'serverBusy',
  'signed-out': 'signedOutTitle',
  'no-right': 'noRight',
  gone: 'gone',
  failed: 'failed',
};
const HINTS: Readonly<Record<Why, Word>> = {
  unreachable: 'failedHint',
  'signed-out': 'signedOutHint',
  'no-right': 'noRightHint',
  gone: 'goneHint',
  failed: 'failedHint',
};

const whyOf = ({ status }: Problem): Why => {
  if (status === 0 || status >= 500) return 'unreachable';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'no-right';
  return status === 404 ? 'gone' : 'failed';
};

/** An answer that was refused, in the place where it would have stood. */
export const Refused = ({ error, again, level }: { error: unknown; again?: () => unknown; level?: 1 | 2 }) => {
  const { t, say, marks } = useWords();
  const { pathname, search } = useLocation();
  const problem = problemOf(error);
  const why = whyOf(problem);
  return (
    <Notice
      testId={`refused-${why}`}
      title={t(TITLES[why])}
      hint={t(HINTS[why])}
      {...(level === undefined ? {} : { level })}
      actions={
        <>
          {again && why !== 'no-right' && why !== 'gone' && (
            <button
              type="button"
              className="press"
              onClick={() => {
                void again();
              }}
            >
              {t('tryAgain')}
            </button>
          )}
          {problem.errors.length > 0 && search !== '' && <a href={pathname}>{t('withoutAddress')}</a>}
          <Link to="/">{t('homePage')}</Link>
        </>
      }
    >
      <p role="alert">{say(problem)}</p>
      {problem.errors.length > 0 && (
        <ul className="plain-list one-column" data-testid="wrong-parts">
          {problem.errors.map((one) => (
            <li key={one.field}>
              {one.field}
              {marks.colon}
              {say(one)}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {t('reference')} {problem.code}
      </p>
    </Notice>
  );
};

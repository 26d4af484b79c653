import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useMatterKinds } from '../app/known-to-all.ts';
import { DueWord } from '../parts/due-word.tsx';
import { useWords, type Word } from '../words/words.ts';
import { Panel } from './panel.tsx';

/** Orders or issues that wait for me or my unit, the earliest due first. */
export const MyMatters = ({
  path,
  title,
  none,
  asked,
}: {
  path: 'orders' | 'issues';
  title: Word;
  none: Word;
  asked: UseQueryResult<Schemas['Matters']>;
}) => {
  const { t, say } = useWords();
  const states = useMatterKinds().data?.matters.find((kind) => kind.path === path)?.states ?? {};
  return (
    <Panel
      testId={`my-${path}`}
      title={t(title)}
      extra={<Link to={`/matters/${path}`}>{t('allOfThem')}</Link>}
      asked={asked}
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="empty">{t(none)}</p>
        ) : (
          <ul className="plain-list one-column">
            {rows.map((row) => (
              <li key={row.id}>
                <Link to={`/matters/${path}/${row.id}`}>
                  {row.number} {say(row.title)}
                </Link>
                <div className="small">
                  {say(states[row.state], row.state)}
                  {row.due && (
                    <>
                      {' '}
                      · <DueWord due={row.due} />
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  );
};

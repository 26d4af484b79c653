import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { MatterLines } from '../parts/matter-lines.tsx';
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
  const { t } = useWords();
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
          <MatterLines path={path} rows={rows} className="plain-list one-column" />
        )
      }
    </Panel>
  );
};

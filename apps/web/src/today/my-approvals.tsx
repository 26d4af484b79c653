import type { Schemas } from '../ask/api.ts';
import { useActorName } from '../app/known-to-all.ts';
import { usePastImports } from '../imports/import-queries.ts';
import { mayApprove } from '../imports/may-approve.ts';
import { minute } from '../parts/day.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { Panel } from './panel.tsx';

/** Imports with rows for closed months that wait for this person; nothing where none does. */
export const MyApprovals = ({ session }: { session: Schemas['Session'] }) => {
  const { many, t, marks } = useWords();
  const actorName = useActorName();
  const past = usePastImports(session.permissions.includes('decide') && session.scope.kind === 'all');
  const mine = past.data?.imports.filter((one) => mayApprove(session, one)) ?? [];
  if (mine.length === 0) return null;
  return (
    <Panel testId="my-approvals" title={`${t('myApprovals')} ${mine.length}`} asked={past}>
      {() => (
        <ul className="plain-list one-column">
          {mine.map(({ id, file, waiting, by, at }) => (
            <li key={id}>
              <Link to={`/import/past/${id}`}>{file}</Link>
              <div className="small">{[many(waiting, 'rowsOf'), actorName(by.name), minute(at)].join(marks.comma)}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

import { useMatterKinds } from '../app/known-to-all.ts';
import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { AndDue } from './due-word.tsx';
import { Link } from './way.tsx';

/** Orders or issues, each with how it stands and by when it is due. */
export const MatterLines = ({
  path,
  rows,
  className,
}: {
  path: 'orders' | 'issues';
  rows: Schemas['Matters']['rows'];
  className: string;
}) => {
  const { say } = useWords();
  const states = useMatterKinds().data?.matters.find((kind) => kind.path === path)?.states ?? {};
  return (
    <ul className={className}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/matters/${path}/${row.id}`}>
            {row.number} {say(row.title)}
          </Link>
          <div className="small">
            {say(states[row.state], row.state)}
            <AndDue due={row.due} />
          </div>
        </li>
      ))}
    </ul>
  );
};

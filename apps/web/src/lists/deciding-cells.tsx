import { Link } from '../parts/way.tsx';
import { lateWords } from '../words/late.ts';
import { CLOCKS, useWords } from '../words/words.ts';
import type { ListRow } from './list-queries.ts';

/** Where a row is stuck: its clock, and how late. */
export const Stuck = ({ row }: { row: ListRow }) => {
  const { say } = useWords();
  if (!row.clock) return null;
  return (
    <>
      {say(CLOCKS[row.clock], row.clock)}
      <div className="small">{row.daysLate !== null && say(lateWords(row.daysLate))}</div>
    </>
  );
};

/** What comes next, by whom and when. */
export const Next = ({ row }: { row: ListRow }) => (
  <>
    <span className="two-lines">{row.nextStep ?? row.reason ?? ''}</span>
    <div className="small">{[row.steward ?? row.responsible, row.nextDate].filter(Boolean).join(' · ')}</div>
  </>
);

/** The project by its name, with its code beneath; it opens at the time that is looked at. */
export const ProjectLink = ({ row }: { row: ListRow }) => {
  return (
    <>
      {row.id ? <Link to={`/projects/${row.id}`}>{row.name}</Link> : row.name}
      <div className="small">{row.code}</div>
    </>
  );
};

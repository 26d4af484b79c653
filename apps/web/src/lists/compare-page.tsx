import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useLists } from '../app/known-to-all.ts';
import { ComparedDays, useComparedDays } from '../parts/compared-days.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { useComparison } from './compare-queries.ts';
import { ComparedProjects } from './compared-projects.tsx';
import { ComparedTotals } from './compared-totals.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useListAsked } from './list-asked.ts';
import { WhereChips } from './where-chips.tsx';

/** A list on two days, side by side: what it came to, who came, who left and why, what changed. Both days stand in the address. */
export const ComparePage = () => {
  const { list = '' } = useParams();
  const { t, say } = useWords();
  const { asked, also, set, clear } = useListAsked();
  const { lists } = useLists();
  const days = useComparedDays();
  const compared = useComparison(list, asked, also, days);
  const title = say(lists.find((one) => one.name === list)?.title, lists.length === 0 ? '' : list);
  return (
    <>
      <PageTitle extra={<Link to={`/lists/${list}`}>← {title}</Link>}>{`${title} · ${t('compareDays')}`}</PageTitle>
      <ComparedDays days={days} />
      <WhereChips />
      <FilterChips asked={asked} set={set} onClear={clear} />
      {compared.isError && <Refused error={compared.error} again={compared.refetch} />}
      {compared.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {compared.data && (
        <>
          <ComparedTotals found={compared.data} />
          <ComparedProjects found={compared.data} />
        </>
      )}
    </>
  );
};

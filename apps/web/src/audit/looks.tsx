import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useActorName, useLists } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { LOOKED_AT } from './audit-words.ts';
import { Scrolling } from '../parts/scrolling.tsx';

type Look = Schemas['Look'];
const AT_ONCE = 100;

/** Who looked at what, the latest first. */
export const Looks = () => {
  const { t, say } = useWords();
  const actorName = useActorName();
  const pages = useInfiniteQuery({
    queryKey: ['audit', 'looks'],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/audit/looks', {
          params: { query: { limit: AT_ONCE, ...(pageParam === null ? {} : { before: pageParam }) } },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ looks }) => (looks.length === AT_ONCE ? (looks.at(-1)?.id ?? null) : null),
  });
  if (pages.isError) return <Refused error={pages.error} again={pages.refetch} />;
  if (!pages.data) return <Skeleton active />;
  return (
    <>
      <Scrolling about={t('looksTab')}>
        <Table<Look>
          size="small"
          rowKey="id"
          dataSource={pages.data.pages.flatMap(({ looks }) => looks)}
          pagination={false}
          style={{ minWidth: 700 }}
          locale={{ emptyText: t('noLooks') }}
          data-testid="looks"
          columns={[
            { title: t('lookedAt'), width: 150, className: 'one-line', render: (_, { at }) => minute(at) },
            { title: t('whoLooked'), width: 120, render: (_, { name }) => actorName(name) },
            { title: t('looked'), width: 110, render: (_, { what }) => say(LOOKED_AT[what], what) },
            { title: t('about2'), render: (_, look) => <Subject look={look} /> },
            { title: t('lookedAsOf'), width: 120, className: 'one-line', render: (_, { asOf }) => asOf ?? '' },
          ]}
        />
      </Scrolling>
      <MoreButton pages={pages}>{t('earlierOnes')}</MoreButton>
    </>
  );
};

const OF_PROJECT: readonly string[] = ['project', 'history', 'checklist', 'contacts'];

/** What was looked at, leading to it. */
const Subject = ({ look: { what, subject } }: { look: Look }) => {
  const { say } = useWords();
  const list = useLists().lists.find(({ name }) => name === subject);
  if (what === 'list' && list !== undefined) return <Link to={`/lists/${list.name}`}>{say(list.title)}</Link>;
  return OF_PROJECT.includes(what) ? <Link to={`/projects/${subject}`}>{subject}</Link> : subject;
};

import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { Notice } from '../parts/notice.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { READERS } from './audit-words.ts';
import { Scrolling } from '../parts/scrolling.tsx';

type Aside = Schemas['SetAside']['rows'][number];

/** Projects and matters with a fact that no list can hold, and which fact it is. */
export const SetAside = () => {
  const { t, say } = useWords();
  const aside = useQuery({ queryKey: ['audit', 'aside'], queryFn: () => answered(api.GET('/api/set-aside')) });
  if (aside.isError) return <Refused error={aside.error} again={aside.refetch} />;
  if (!aside.data) return <Skeleton active />;
  if (aside.data.rows.length === 0) return <Notice testId="nothing-aside" title={t('nothingAside')} />;
  return (
    <>
      <p>{t('asideHint')}</p>
      <Scrolling about={t('asideTab')}>
        <Table<Aside>
          size="small"
          rowKey={({ reader, stream }) => `${reader} ${stream}`}
          dataSource={aside.data.rows}
          pagination={false}
          style={{ minWidth: 760 }}
          columns={[
            { title: t('asideReader'), width: 120, render: (_, { reader }) => say(READERS[reader], reader) },
            {
              title: t('inStream'),
              render: (_, { project, stream }) =>
                project === null ? stream : <Link to={`/projects/${project}`}>{project}</Link>,
            },
            { title: t('recordNo'), dataIndex: 'version', width: 80, align: 'right' },
            { title: t('atPosition'), dataIndex: 'position', width: 100, align: 'right' },
            { title: t('asideReason'), dataIndex: 'reason' },
          ]}
        />
      </Scrolling>
    </>
  );
};

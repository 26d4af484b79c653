import { Skeleton, Tag } from 'antd';
import { StackingTable } from '../parts/stacking-table.tsx';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useActorName, useSession } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { usePastImports } from './import-queries.ts';

type Past = Schemas['PastImport'];

const sum = ({ sheets }: Past, ...of: readonly string[]): number =>
  sheets.reduce((all, { rows }) => all + of.reduce((some, one) => some + (rows[one] ?? 0), 0), 0);

/** Imports so far, the latest first: who, when, and what became of their rows. */
export const PastImportsPage = () => {
  const { t } = useWords();
  const actorName = useActorName();
  const past = usePastImports();
  const mayImport = useSession().data?.permissions.includes('import') === true;
  const another = mayImport && <Link to="/import">{t('newImport')}</Link>;
  if (past.isError) return <Refused error={past.error} again={past.refetch} level={1} />;
  if (!past.data) return <Skeleton active />;
  return (
    <>
      <PageTitle extra={another}>{t('pastImports')}</PageTitle>
      {past.data.imports.length === 0 ? (
        <Notice title={t('noPast')} actions={another} />
      ) : (
        <StackingTable<Past>
          size="small"
          rowKey="id"
          dataSource={past.data.imports}
          pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
          about={t('pastImports')}
          width={820}
          data-testid="past-imports"
          columns={[
            {
              title: t('file'),
              width: 240,
              render: (_, one) => <Link to={`/import/past/${one.id}`}>{one.file}</Link>,
            },
            { title: t('importedAt'), width: 140, className: 'one-line', render: (_, { at }) => minute(at) },
            { title: t('importedBy'), width: 100, render: (_, { by }) => actorName(by.name) },
            { title: t('read'), width: 70, align: 'right', render: (_, one) => sum(one, 'read') },
            { title: t('accepted'), width: 70, align: 'right', render: (_, one) => sum(one, 'accepted', 'warned') },
            { title: t('held'), width: 70, align: 'right', render: (_, one) => one.held.length },
            { title: t('rejected'), width: 70, align: 'right', render: (_, one) => sum(one, 'rejected') },
            { title: t('importState'), width: 90, render: (_, one) => <PastState state={one.state} /> },
          ]}
        />
      )}
    </>
  );
};

const STATES = { begun: 'begun', finished: 'finished', reverted: 'takenBack' } as const;

export const PastState = ({ state }: Pick<Past, 'state'>) => {
  const { t } = useWords();
  return <Tag>{t(STATES[state])}</Tag>;
};

import { WideTable } from '../parts/wide-table.tsx';
import { exactly, forReading, type Money } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import { fundingProgress, type Funded } from './funding-progress.ts';
import type { ProjectState } from './project-state.ts';

const Amount = ({ of }: { of: Money }) => <span title={exactly(of)}>{forReading(of)}</span>;

/** How much of what was promised is there: a bar, whose length the two amounts beside it say. */
const Bar = ({ share }: Pick<Funded, 'share'>) => (
  <span className="funded" aria-hidden>
    <span style={{ width: `${share * 100}%` }} />
  </span>
);

/** What was promised by which day, against what was certified by then. */
export const FundingSchedule = ({ state, day }: { state: ProjectState; day: string }) => {
  const { t } = useWords();
  const rows = fundingProgress(state.contract?.fundingSchedule ?? [], state.arrivals, day);
  if (rows.length === 0) return null;
  return (
    <WideTable<Funded>
      size="small"
      rowKey={({ due, amount }) => `${due} ${amount.currency} ${amount.amount}`}
      pagination={false}
      className="space-above"
      about={t('schedule')}
      width={620}
      dataSource={[...rows]}
      columns={[
        { title: `${t('schedule')} · ${t('instalmentDue')}`, dataIndex: 'due', width: 140 },
        { title: t('amount'), align: 'right', render: (_, { amount }) => exactly(amount) },
        { title: t('promisedSum'), align: 'right', render: (_, { promised }) => <Amount of={promised} /> },
        { title: t('arrivedSum'), align: 'right', render: (_, { arrived }) => <Amount of={arrived} /> },
        { title: '', width: 120, render: (_, { share }) => <Bar share={share} /> },
        {
          title: t('shortOf'),
          align: 'right',
          render: (_, { missing, due }) =>
            missing === null ? due >= day ? t('notDueYet') : '—' : <strong>{forReading(missing)}</strong>,
        },
      ]}
    />
  );
};

import { Button, Empty } from 'antd';
import { StackingTable } from '../parts/stacking-table.tsx';
import { Link } from '../parts/way.tsx';
import { minute } from '../parts/day.ts';
import { About, OfProject, OutcomeWord, Told, useReminderWords, type Reminder } from './reminder-words.tsx';
import { useWords } from '../words/words.ts';

/** Reminders as rows: what was owed, to whom, on which day, and what became of it. */
export const ReminderTable = ({
  rows,
  loading,
  empty,
  onProof,
}: {
  rows: readonly Reminder[];
  loading: boolean;
  empty: string;
  onProof: ((key: string) => void) | null;
}) => {
  const { t, say } = useWords();
  const words = useReminderWords();
  return (
    <StackingTable<Reminder>
      rowKey="key"
      dataSource={[...rows]}
      loading={loading}
      pagination={false}
      size="small"
      about={t('reminderLedger')}
      width={960}
      locale={{ emptyText: <Empty description={empty} /> }}
      columns={[
        { title: t('dueDay'), dataIndex: 'on', width: 110, className: 'one-line' },
        {
          title: t('about2'),
          width: 260,
          render: (_, row) => (
            <>
              <About reminder={row} />
              <div className="small">
                <OfProject reminder={row} />
              </div>
            </>
          ),
        },
        { title: t('rung'), width: 180, render: (_, row) => words(row) },
        { title: t('told'), width: 220, render: (_, { to }) => <Told to={to} /> },
        { title: t('outcome'), width: 110, render: (_, { outcome }) => <OutcomeWord outcome={outcome} /> },
        {
          title: t(onProof === null ? 'sendOn' : 'sentAt'),
          width: 140,
          render: (_, { sentAt, sendOn, outcome }) => (outcome === 'expected' ? sendOn : minute(sentAt)),
        },
        {
          title: t('whyTold'),
          width: 200,
          render: (_, { why, order }) => (
            <>
              {say(why ?? undefined)}{' '}
              {order && (
                <Link to={`/matters/orders/${order}`} className="in-text">
                  {t('openOrder')}
                </Link>
              )}
            </>
          ),
        },
        ...(onProof === null
          ? []
          : [
              {
                title: '',
                width: 90,
                render: (_: unknown, { key }: Reminder) => (
                  <Button
                    size="small"
                    onClick={() => {
                      onProof(key);
                    }}
                  >
                    {t('proof')}
                  </Button>
                ),
              },
            ]),
      ]}
    />
  );
};

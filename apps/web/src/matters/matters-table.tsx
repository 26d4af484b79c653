import { Empty } from 'antd';
import { useUnitName } from '../app/known-to-all.ts';
import type { Schemas } from '../ask/api.ts';
import { AndDue, DueWord } from '../parts/due-word.tsx';
import { StackingTable } from '../parts/stacking-table.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { fewOf, type KindWords, type MatterRow } from './matter-kinds.ts';

/** The matters of a kind, a row each; the `chosen` one stands out. On a phone state and due day stand beneath the subject. */
export const MattersTable = ({
  about,
  path,
  words,
  states,
  rows,
  loading,
  chosen,
  empty,
}: {
  about: string; // what the table is about, for who hears the page
  path: string;
  words: KindWords;
  states: Schemas['MatterCatalogue']['matters'][number]['states'];
  rows: readonly MatterRow[];
  loading: boolean;
  chosen: number;
  empty: string;
}) => {
  const { t, say, language } = useWords();
  const unitName = useUnitName();
  return (
    <StackingTable<MatterRow>
      about={about}
      width={900}
      rowKey="id"
      dataSource={rows}
      loading={loading}
      pagination={false}
      size="small"
      rowClassName={(_row, index) => (index === chosen ? 'chosen' : '')}
      locale={{
        emptyText: <Empty description={empty} />,
      }}
      columns={[
        ...(words.number ? [{ title: t('number'), dataIndex: 'number', width: 150, className: 'one-line' }] : []),
        {
          title: t('subject'),
          width: 320,
          render: (_, row) => (
            <>
              <Link to={`/matters/${path}/${row.id}`}>{say(row.title)}</Link>
              <div className="small narrow-only">
                {say(states[row.state], row.state)}
                <AndDue due={row.due} />
              </div>
            </>
          ),
        },
        {
          title: t('state'),
          width: 90,
          className: 'not-stacked',
          render: (_, row) => say(states[row.state], row.state),
        },
        ...(words.due
          ? [
              {
                title: t(words.due),
                width: 200,
                className: 'not-stacked',
                render: (_: unknown, row: MatterRow) => <DueWord due={row.due} />,
              },
            ]
          : []),
        ...(words.level
          ? [
              {
                title: t(words.level),
                width: 100,
                render: (_: unknown, row: MatterRow) => say(words.levels[row.level ?? ''], row.level ?? ''),
              },
            ]
          : []),
        { title: t('unit'), width: 130, render: (_, row) => unitName(row.unit) },
        { title: t('people'), width: 120, render: (_, row) => fewOf(row.people, language) },
        { title: t('openedOn'), dataIndex: 'openedOn', width: 110, className: 'one-line not-stacked' },
      ]}
    />
  );
};

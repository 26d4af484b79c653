import { Card, Tag, Typography } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import type { Schemas } from '../ask/api.ts';
import { Link } from '../parts/way.tsx';
import { ColourWord } from '../parts/colour-word.tsx';
import { Standing } from '../parts/standing.tsx';
import { useUnitName } from '../app/known-to-all.ts';
import type { RowCommands } from '../parts/row-buttons.tsx';
import { RowButtons } from '../parts/row-buttons.tsx';
import { useWords } from '../words/words.ts';

type Known = Schemas['KnownSchedulingList'];

/** The frozen lines of a scheduling list, what was done with each since, and its close-off. */
export const SchedulingItems = ({ known, rows }: { known: Known; rows: RowCommands }) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const { items } = known;
  return (
    <Card size="small" style={{ marginTop: 16 }} title={t('items')} data-testid="scheduling-items">
      {items.length === 0 ? (
        <Typography.Text type="secondary">{t('noListItems')}</Typography.Text>
      ) : (
        <WideTable<Known['items'][number]>
          rowKey={({ line }) => line.project}
          size="small"
          pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          about={t('items')}
          width={760}
          dataSource={items}
          columns={[
            { title: t('colour'), width: 64, render: (_, { line }) => <ColourWord colour={line.colour} /> },
            {
              title: t('project'),
              width: 220,
              render: (_, { line }) => (
                <>
                  <Link to={`/projects/${line.project}`}>{line.name}</Link>{' '}
                  {line.carriedOver && <Tag color="gold">{t('carriedOver')}</Tag>}
                  <div className="small">
                    {line.code} <Standing stood={{ clock: line.clock, daysLate: line.daysLate }} />
                  </div>
                </>
              ),
            },
            {
              title: t('people'),
              width: 120,
              render: (_, { line }) =>
                [unitName(line.unit), line.responsible ?? ''].filter((one) => one !== '').join(' · '),
            },
            {
              title: t('nextStep'),
              width: 200,
              render: (_, { line, notes }) => (
                <>
                  {notes.at(-1)?.nextStep ?? line.nextStep ?? line.reason ?? ''}
                  {notes.length > 0 && (
                    <div className="small">
                      {notes.at(-1)!.on} · {notes.at(-1)!.byName}
                    </div>
                  )}
                </>
              ),
            },
            {
              title: t('state'),
              width: 150,
              render: (_, { line, closedOff }) =>
                closedOff ? (
                  <>
                    <Tag color="green">{t('closedOff')}</Tag>
                    <div className="small">
                      {closedOff.on} {closedOff.basis} · {closedOff.text} · {closedOff.byName}
                    </div>
                  </>
                ) : (
                  <RowButtons rows={rows} row={line.project} types={['CloseOffItem', 'NoteItem']} />
                ),
            },
          ]}
        />
      )}
    </Card>
  );
};

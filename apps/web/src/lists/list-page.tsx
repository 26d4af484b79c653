import { Button, Select, Skeleton, Table, type InputRef } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLists } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { isColour } from '../parts/colour-word.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { PastBand } from '../parts/past-band.tsx';
import { Refused } from '../parts/refused.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { RegisterButtons } from '../projects/register-buttons.tsx';
import { useWords } from '../words/words.ts';
import { EmptyList } from './empty-list.tsx';
import { ListCards } from './list-cards.tsx';
import { useOwnColumns, useTableColumns } from './list-columns.tsx';
import { ListCounters } from './list-counters.tsx';
import { FilterChips, ListFilters } from './list-filters.tsx';
import { useList, type ListAsked, type ListFilter, type ListRow } from './list-queries.ts';
import { WhereChips } from './where-chips.tsx';

const NARROWING = ['colour', 'q', 'unit', 'leader', 'region', 'year', 'from'] as const;

/** A list as it is today, or as it was on a day: colours, filters, pages, keys. Everything chosen stands in the address, so that a view can be sent to a colleague. */
export const ListPage = () => {
  const { list = '' } = useParams();
  const { chosen, set: choose } = useChosen();
  const { t, say } = useWords();
  const navigate = useNavigate();
  const search = useRef<InputRef>(null);
  const colour = chosen.get('colour');
  const asked: ListAsked = {
    asOf: chosen.get('asOf'),
    colour: isColour(colour) ? colour : null,
    q: chosen.get('q'),
    unit: chosen.get('unit'),
    leader: chosen.get('leader'),
    region: chosen.get('region'),
    year: chosen.get('year'),
    from: chosen.get('from'),
    where: chosen.getAll('where'),
  };
  const { asOf } = asked;
  const { lists } = useLists();
  const pages = useList(list, asked);
  const rows = useMemo((): readonly ListRow[] => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const first = pages.data?.pages[0];
  const title = say(lists.find(({ name }) => name === list)?.title, list);
  const { columns, width } = useTableColumns(useOwnColumns(list));
  const open = (row: ListRow): void => {
    if (row.id) navigate(`/projects/${row.id}${asOf === null ? '' : `?asOf=${asOf}`}`);
  };
  const { at, setAt } = useRowKeys(rows, { Enter: open });
  const set = (name: ListFilter, value: string | null): void => {
    choose(name, value);
    setAt(-1);
  };
  const clear = (): void => {
    for (const name of [...NARROWING, 'where']) choose(name, null);
  };
  useEffect(() => {
    const onSlash = (event: KeyboardEvent): void => {
      if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      search.current?.focus();
    };
    window.addEventListener('keydown', onSlash);
    return () => {
      window.removeEventListener('keydown', onSlash);
    };
  }, []);
  const filtered = asked.where.length > 0 || NARROWING.some((name) => asked[name] !== null);
  return (
    <>
      <PageTitle window={title} extra={<RegisterButtons />}>
        {title}
      </PageTitle>
      <PastBand />
      <div className="filters no-print">
        <Select<string>
          aria-label={t('chooseList')}
          showSearch={{ optionFilterProp: 'label' }}
          value={list}
          className="filter wide"
          onChange={(name) => {
            navigate(`/lists/${name}${asOf === null ? '' : `?asOf=${asOf}`}`);
          }}
          options={lists.map(({ name, title: one }) => ({ value: name, label: say(one) }))}
        />
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </Button>
        <span className="small wide-only">{t('keyboard')}</span>
      </div>
      <ListFilters asked={asked} set={set} search={search} />
      <WhereChips />
      <FilterChips asked={asked} set={set} onClear={clear} />
      {first && (
        <ListCounters
          first={first}
          colour={asked.colour}
          onColour={(one) => {
            set('colour', one);
          }}
        />
      )}
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {pages.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {first?.total === 0 && <EmptyList list={list} filtered={filtered} onClear={clear} />}
      {rows.length > 0 && (
        <>
          <ListCards rows={rows} />
          <div className="wide-only">
            <Table<ListRow>
              rowKey={(row) => row.id ?? `${row.code}`}
              dataSource={[...rows]}
              pagination={false}
              size="small"
              sticky
              scroll={{ x: width }}
              rowClassName={(_row, index) => (index === at ? 'chosen row' : 'row')}
              onRow={(row) => ({
                onClick: (event) => {
                  if (!(event.target as HTMLElement).closest('a, button')) open(row);
                },
              })}
              columns={columns}
            />
          </div>
        </>
      )}
      {pages.hasNextPage && (
        <Button
          block
          className="space-above no-print"
          loading={pages.isFetchingNextPage}
          onClick={() => {
            void pages.fetchNextPage();
          }}
        >
          {t('more')}（{rows.length} / {first?.total}）
        </Button>
      )}
    </>
  );
};

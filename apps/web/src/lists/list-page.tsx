import { Button, Skeleton, type InputRef } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLists } from '../app/known-to-all.ts';
import { isColour } from '../parts/colour-word.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { PrintHead } from '../parts/print-head.tsx';
import { Refused } from '../parts/refused.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { useTime } from '../parts/time.ts';
import { RegisterButtons } from '../projects/register-buttons.tsx';
import { useWords } from '../words/words.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useListAsked } from './list-asked.ts';
import { ListCards } from './list-cards.tsx';
import { useShownColumns } from './list-columns.tsx';
import { ListCounters } from './list-counters.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListGroups } from './list-groups.tsx';
import { useList, type ListRow } from './list-queries.ts';
import { ListSwitcher } from './list-switcher.tsx';
import { keyOf, ListTable } from './list-table.tsx';
import { ListTools } from './list-tools.tsx';
import { usePrintWhole } from './print-whole.ts';
import { WhereChips } from './where-chips.tsx';

const useSlash = (search: { readonly current: InputRef | null }): void => {
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
  }, [search]);
};

/** A list as it is today, or as it was: colours, filters, columns, orders, pages, keys. */
export const ListPage = () => {
  const { list = '' } = useParams();
  const { asked, also, set, filtered, clear } = useListAsked();
  const { t, say } = useWords();
  const { kept } = useTime();
  const navigate = useNavigate();
  const search = useRef<InputRef>(null);
  const [picked, pick] = useState<readonly string[]>([]);
  const { lists } = useLists();
  const shown = useShownColumns(list, asked.columns);
  const pages = useList(list, asked, also);
  const rows = useMemo((): readonly ListRow[] => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const first = pages.data?.pages[0];
  const title = say(lists.find(({ name }) => name === list)?.title, list);
  const open = (row: ListRow): void => {
    if (row.id) navigate(kept(`/projects/${row.id}`));
  };
  const { at } = useRowKeys(rows, { Enter: open });
  useSlash(search);
  const print = usePrintWhole(pages);
  return (
    <>
      <PageTitle window={title} extra={<RegisterButtons />}>
        {title}
      </PageTitle>
      <PrintHead known={first} />
      <div className="filters no-print">
        <ListSwitcher list={list} />
        <span className="small wide-only">{t('keyboard')}</span>
        <ListTools
          list={list}
          asked={asked}
          also={also}
          set={set}
          shown={shown}
          rows={rows}
          picked={rows.filter((row) => picked.includes(keyOf(row)))}
          onPrint={print}
        />
      </div>
      <ListFilters asked={asked} set={set} search={search} />
      <WhereChips />
      <FilterChips asked={asked} set={set} onClear={clear} />
      {first && (
        <ListCounters
          first={first}
          colour={isColour(asked.colour) ? asked.colour : null}
          onColour={(one) => {
            set('colour', one);
          }}
        />
      )}
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {pages.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {first?.total === 0 && <EmptyList list={list} filtered={filtered} onClear={clear} />}
      {first !== undefined && rows.length > 0 && (
        <ListGroups groups={first.groups} rows={rows}>
          {(some) => (
            <>
              <ListCards rows={some} />
              <div className="wide-only">
                <ListTable rows={some} shown={shown} at={rows[at]} picked={picked} onPick={pick} onOpen={open} />
              </div>
            </>
          )}
        </ListGroups>
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

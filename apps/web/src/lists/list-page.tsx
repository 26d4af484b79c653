import { MoreButton } from '../parts/more-button.tsx';
import { Skeleton, type InputRef } from 'antd';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState, type ComponentProps } from 'react';
import { useParams } from 'react-router';
import { useGo } from '../parts/way.tsx';
import { useLists } from '../app/known-to-all.ts';
import { useNarrow } from '../parts/narrow.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { RegisterButtons } from '../projects/register-buttons.tsx';
import { useWords } from '../words/words.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useListAsked } from './list-asked.ts';
import { exportAddress } from './list-question.ts';
import { ListCards } from './list-cards.tsx';
import { useShownColumns } from './list-columns.tsx';
import { ListCounters } from './list-counters.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListGroups } from './list-groups.tsx';
import { useList, type ListGroup, type ListRow } from './list-queries.ts';
import { ListSwitcher } from './list-switcher.tsx';
import { keyOf, ListTable } from './list-table.tsx';
import { ListTools } from './list-tools.tsx';
import { NoSuchList } from './no-such-list.tsx';
import { usePrintWhole } from './print-whole.ts';
import { usePicked } from './use-picked.ts';
import { useSlash } from './use-slash.ts';
import { useViews } from './view-queries.ts';
import { ViewTools } from './view-tools.tsx';
import { WhereChips } from './where-chips.tsx';

const PickedRows = lazy(async () => ({ default: (await import('./picked-rows.tsx')).PickedRows }));

/** What the page is called: as the view that is looked at, else as the list; nothing until the lists are known. */
const useTitleOf = (list: string, view: string | null): string => {
  const { say } = useWords();
  const { lists } = useLists();
  const named = useViews().find((one) => one.view === view);
  return named?.title ?? say(lists.find(({ name }) => name === list)?.title, lists.length === 0 ? '' : list);
};

const ON_SCREEN = 14; // rows that a screen shows: drawn first, so that the page answers before the others are there

/** The rows that have come, in their groups: cards on a phone, a table elsewhere. `whole`: drawn at once, so that who comes back finds the place where they left. */
const ListRows = ({
  groups,
  rows,
  whole,
  ...table
}: { groups: readonly ListGroup[]; whole: boolean } & ComponentProps<typeof ListTable>) => {
  const isNarrow = useNarrow();
  const drawn = useDeferredValue(rows, whole ? rows : rows.slice(0, ON_SCREEN));
  return (
    <ListGroups groups={groups} rows={drawn}>
      {(some) => (isNarrow ? <ListCards rows={some} /> : <ListTable {...table} rows={some} />)}
    </ListGroups>
  );
};

/** A list as it is today, or as it was: colours, filters, columns, orders, pages, keys. */
const KnownList = ({ list }: { list: string }) => {
  const { asked, also, set, filtered, clear } = useListAsked();
  const { t, language, marks } = useWords();
  const title = useTitleOf(list, asked.view);
  const go = useGo();
  const search = useRef<InputRef>(null);
  const shown = useDeferredValue(useShownColumns(list, asked.columns));
  const pages = useList(list, asked, also);
  const [cameBack] = useState(pages.data !== undefined);
  // What has come is drawn bit by bit beside what is typed and clicked, not in one go.
  const data = useDeferredValue(pages.data);
  const rows = useMemo((): readonly ListRow[] => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const first = data?.pages[0];
  const open = useCallback(
    (row: ListRow): void => {
      if (row.id) go(`/projects/${row.id}`);
    },
    [go],
  );
  const { keys, pick, picked, toggle, clear: pickNone, copy } = usePicked(rows, shown);
  const { at } = useRowKeys(rows, keyOf, { Enter: open, x: toggle });
  useSlash(search);
  const print = usePrintWhole({ ...pages, data });
  return (
    <>
      <PageTitle window={title} extra={<RegisterButtons />}>
        {title}
      </PageTitle>
      <div className="filters no-print">
        <ListSwitcher list={list} view={asked.view} />
        <ViewTools list={list} asked={asked} also={also} />
        <span className="small wide-only">{t('keyboard')}</span>
        <ListTools
          list={list}
          asked={asked}
          also={also}
          set={set}
          shown={shown}
          rows={rows}
          onCopy={() => {
            void copy(rows);
          }}
          onPrint={print}
        />
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
      {picked.length > 0 && (
        <Suspense>
          <PickedRows
            rows={picked}
            exportTo={exportAddress(list, asked, also, language, { projects: picked.flatMap(({ id }) => id ?? []) })}
            onCopy={() => {
              void copy(picked);
            }}
            onClear={pickNone}
          />
        </Suspense>
      )}
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {data === undefined && !pages.isError && <Skeleton active paragraph={{ rows: 8 }} />}
      {first?.total === 0 && <EmptyList list={list} filtered={filtered} onClear={clear} />}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListRows
            groups={first.groups}
            rows={rows}
            whole={cameBack}
            shown={shown}
            at={rows[at]}
            picked={keys}
            onPick={pick}
            onOpen={open}
          />
          <MoreButton pages={pages} className="space-above no-print">
            {t('more')}
            {marks.aside(`${rows.length} / ${first.total}`)}
          </MoreButton>
        </>
      )}
    </>
  );
};

/** The list of the address. Its rows are asked for before it is known which lists there are: an address seldom names none. */
export const ListPage = () => {
  const { list = '' } = useParams();
  const { lists } = useLists();
  const unknown = lists.length > 0 && lists.every(({ name }) => name !== list);
  return unknown ? <NoSuchList /> : <KnownList list={list} />;
};

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Empty, Input, Select, Table, Tag, Typography, type InputRef } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api, problemOf, type Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { useRowKeys } from '../parts/row-keys.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { CLOCKS, COLOURS, inWan, PAINT, PHASES, useWords, type Colour } from '../words/words.ts';

type Row = Schemas['ListRow'] & {
  contracted?: { amount: string; currency: string } | null;
  ageMonths?: number | null;
  clock?: string | null;
  daysLate?: number | null;
  due?: string | null;
  signedOn?: string | null;
  region?: string | null;
  responsible?: string | null;
  nextStep?: string | null;
  reason?: string | null;
};

/** A list as it is today, or as it was on a day: colours, filters, pages, keys. Everything chosen stands in the address, so that a view can be sent to a colleague. */
export const ListPage = () => {
  const { list = '' } = useParams();
  const { chosen, set: choose } = useChosen();
  const { t, say } = useWords();
  const navigate = useNavigate();
  const search = useRef<InputRef>(null);
  const set = (name: string, value: string | null) => {
    choose(name, value);
    setAt(-1);
  };
  const asOf = chosen.get('asOf');
  const colour = chosen.get('colour');
  const q = chosen.get('q');
  const unit = chosen.get('unit');
  const query = {
    ...(asOf ? { asOf } : {}),
    ...(colour ? { colour: [colour] as never } : {}),
    ...(q ? { q } : {}),
    ...(unit ? { unit } : {}),
    limit: 50,
  };

  const names = useQuery({ queryKey: ['lists'], queryFn: () => answered(api.GET('/api/lists')), staleTime: Infinity });
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: () => answered(api.GET('/api/organisation')),
    staleTime: 60_000,
  });
  const pages = useInfiniteQuery({
    queryKey: ['list', list, query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/lists/{name}', {
          params: { path: { name: list }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = useMemo(() => (pages.data?.pages.flatMap((page) => page.rows) ?? []) as Row[], [pages.data]);
  const first = pages.data?.pages[0];
  const title = say(names.data?.lists.find(({ name }) => name === list)?.title, list);
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);

  const keys = useMemo(
    () => ({
      Enter: ({ id }: Row) => {
        if (id) navigate(`/projects/${id}${asOf ? `?asOf=${asOf}` : ''}`);
      },
    }),
    [navigate, asOf],
  );
  const { at, setAt } = useRowKeys(rows, keys);
  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      search.current?.focus();
    };
    window.addEventListener('keydown', onSlash);
    return () => {
      window.removeEventListener('keydown', onSlash);
    };
  }, []);

  const filtered = Boolean(colour || q || unit || asOf);
  const units = (organisation.data as { units?: { code: string; name: string }[] } | undefined)?.units ?? [];
  return (
    <>
      <h1 className="title">{title}</h1>
      {asOf && (
        <Alert
          type="warning"
          showIcon
          banner
          title={`${t('past')}：${asOf}`}
          action={
            <Button
              size="small"
              onClick={() => {
                set('asOf', null);
              }}
            >
              {t('backToToday')}
            </Button>
          }
        />
      )}
      {first && (
        <div className="counters" data-testid="counters">
          <strong data-testid="total">
            {t('total')} {first.total} {t('projects')}
          </strong>
          {first.sums.contracted.map(({ amount, currency }) => (
            <span key={currency}>
              {inWan(amount)} {currency === 'CNY' ? '万元' : `万 ${currency}`}
            </span>
          ))}
          {(Object.keys(COLOURS) as Colour[]).map((one) => (
            <Tag.CheckableTag
              key={one}
              checked={colour === one}
              onChange={(on) => {
                set('colour', on ? one : null);
              }}
              data-testid={`colour-${one}`}
            >
              <span className="dot" style={{ background: PAINT[one] }} aria-hidden />
              {say(COLOURS[one])} {first.colours[one]}
            </Tag.CheckableTag>
          ))}
          <span className="bar" aria-hidden>
            {(Object.keys(COLOURS) as Colour[]).map((one) => (
              <span key={one} style={{ background: PAINT[one], flex: first.colours[one] }} />
            ))}
          </span>
        </div>
      )}
      <div className="filters">
        <Input.Search
          ref={search}
          allowClear
          placeholder={t('search')}
          aria-label={t('search')}
          defaultValue={q ?? ''}
          onSearch={(text) => {
            set('q', text);
          }}
          style={{ width: 260 }}
        />
        <Select
          allowClear
          showSearch
          placeholder={t('unit')}
          aria-label={t('unit')}
          value={unit}
          onChange={(value?: string) => {
            set('unit', value ?? null);
          }}
          optionFilterProp="label"
          style={{ width: 200 }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <DatePicker
          placeholder={`${t('asOf')}（${t('today')}）`}
          aria-label={t('asOf')}
          value={asOf ? dayjs(asOf) : null}
          maxDate={dayjs()}
          onChange={(day) => {
            set('asOf', day ? day.format('YYYY-MM-DD') : null);
          }}
        />
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t('keyboard')}
        </Typography.Text>
      </div>
      {pages.isError && <Alert type="error" showIcon title={say(problemOf(pages.error))} />}
      <Table<Row>
        rowKey={(row) => row.id ?? `${row.code}`}
        dataSource={rows}
        loading={pages.isPending}
        pagination={false}
        size="small"
        scroll={{ x: 1080 }}
        rowClassName={(_row, index) => (index === at ? 'chosen' : '')}
        locale={{
          emptyText: (
            <Empty description={filtered ? t('nothing') : t('nothingYet')}>
              {!filtered && <Link to="/import">{t('importLedger')}</Link>}
            </Empty>
          ),
        }}
        columns={[
          { title: t('colour'), width: 76, render: (_, row) => <ColourWord colour={row.colour} /> },
          { title: t('code'), dataIndex: 'code', width: 104 },
          {
            title: t('name'),
            width: 240,
            render: (_, row) =>
              row.id ? <Link to={`/projects/${row.id}${asOf ? `?asOf=${asOf}` : ''}`}>{row.name}</Link> : row.name,
          },
          { title: t('clock'), width: 120, render: (_, row) => (row.clock ? say(CLOCKS[row.clock], row.clock) : '') },
          { title: t('late'), width: 86, align: 'right', render: (_, row) => row.daysLate ?? '' },
          { title: t('unit'), width: 150, render: (_, row) => row.unit?.name ?? '' },
          { title: t('region'), dataIndex: 'region', width: 110 },
          { title: t('phase'), width: 70, render: (_, row) => say(PHASES[row.phase ?? '']) },
          { title: t('signedOn'), dataIndex: 'signedOn', width: 104 },
          {
            title: t('contracted'),
            width: 110,
            align: 'right',
            render: (_, row) => (row.contracted ? inWan(row.contracted.amount) : ''),
          },
          { title: t('age'), dataIndex: 'ageMonths', width: 76, align: 'right' },
          { title: t('leader'), dataIndex: 'responsible', width: 92 },
          { title: t('nextStep'), width: 140, ellipsis: true, render: (_, row) => row.nextStep ?? row.reason ?? '' },
        ]}
      />
      {pages.hasNextPage && (
        <Button
          block
          style={{ marginTop: 8 }}
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

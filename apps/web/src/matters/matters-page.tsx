import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Input, Segmented, Select, Table } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { Link, useGo } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { DueWord } from '../parts/due-word.tsx';
import { useMatterKinds, useOrganisation, useSession, useUnitName } from '../app/known-to-all.ts';
import { fewOf, KIND_WORDS, PREPARED, type MatterRow } from './matter-kinds.ts';
import { MATTER_PICKERS } from '../parts/form/record-pickers.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';

/** All matters of one kind: open ones first, the earliest due first. What is chosen stands in the address. */
export const MattersPage = () => {
  const { path = '' } = useParams();
  const { chosen, set } = useChosen();
  const { t, say, language } = useWords();
  const go = useGo();
  const unitName = useUnitName();
  const [begun, begin] = useState<Begun | null>(null);
  const words = KIND_WORDS[path];
  const kind = useMatterKinds().data?.matters.find((one) => one.path === path);
  const permissions = useSession().data?.permissions ?? [];
  const units = useOrganisation().data?.units ?? [];
  const open = chosen.get('overdue') ? 'overdue' : (chosen.get('open') ?? 'true');
  const q = chosen.get('q');
  const state = chosen.get('state');
  const level = chosen.get('level');
  const unit = chosen.get('unit');
  const narrow = (value: string) => {
    set('overdue', value === 'overdue' ? 'true' : null);
    set('open', value === 'overdue' || value === 'true' ? null : value);
  };
  const query = {
    ...(open === 'all' ? {} : open === 'overdue' ? { overdue: 'true' as const } : { open: open as 'true' | 'false' }),
    ...(q ? { q } : {}),
    ...(unit ? { unit } : {}),
    ...(state ? { state } : {}),
    ...(level ? { level } : {}),
    limit: 50,
  };
  const pages = useInfiniteQuery({
    queryKey: ['matters', path, query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET(`/api/${path}` as '/api/orders', {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: words !== undefined,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const keys = useMemo(
    () => ({
      Enter: ({ id }: MatterRow) => {
        go(`/matters/${path}/${id}`);
      },
    }),
    [go, path],
  );
  const { at } = useRowKeys(rows, keys);
  const title = words ? t(words.title) : '';
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  if (words === undefined) return <Alert type="error" showIcon title={t('nothingFiltered')} />;
  const opening = kind?.commands.filter(({ opens, needs }) => opens && permissions.includes(needs as never)) ?? [];
  return (
    <>
      <div className="heading">
        <h1 className="title">{title}</h1>
        {opening.map((command) => (
          <Button
            key={command.type}
            type="primary"
            onClick={() => {
              begin({
                command,
                url: `/api/${path}`,
                version: null,
                pickers: MATTER_PICKERS,
                ...PREPARED[command.type],
              });
            }}
          >
            {say(command.title)}
          </Button>
        ))}
      </div>
      <div className="filters">
        <Segmented
          value={open}
          onChange={narrow}
          options={[
            { value: 'true', label: t('openOnes') },
            ...(words.due ? [{ value: 'overdue', label: t('overdueOnes') }] : []),
            { value: 'false', label: t('closedOnes') },
            { value: 'all', label: t('all') },
          ]}
        />
        <Input.Search
          key={path}
          allowClear
          placeholder={t('findMatter')}
          aria-label={t('findMatter')}
          defaultValue={q ?? ''}
          onSearch={(text) => {
            set('q', text.trim());
          }}
          style={{ width: 260 }}
        />
        <Select
          allowClear
          placeholder={t('state')}
          aria-label={t('state')}
          value={state}
          onChange={(value?: string) => {
            set('state', value ?? null);
          }}
          style={{ width: 130 }}
          options={Object.entries(kind?.states ?? {}).map(([value, name]) => ({ value, label: say(name) }))}
        />
        {words.level && (
          <Select
            allowClear
            placeholder={t(words.level)}
            aria-label={t(words.level)}
            value={level}
            onChange={(value?: string) => {
              set('level', value ?? null);
            }}
            style={{ width: 130 }}
            options={Object.entries(words.levels).map(([value, name]) => ({ value, label: say(name) }))}
          />
        )}
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('unit')}
          aria-label={t('unit')}
          value={unit}
          onChange={(value?: string) => {
            set('unit', value ?? null);
          }}
          style={{ width: 200 }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      <Table<MatterRow>
        rowKey="id"
        dataSource={rows}
        loading={pages.isPending}
        pagination={false}
        size="small"
        scroll={{ x: 900 }}
        rowClassName={(_row, index) => (index === at ? 'chosen' : '')}
        locale={{
          emptyText: (
            <Empty
              description={
                unit || state || level || q || open === 'false' || open === 'overdue'
                  ? t('nothingFiltered')
                  : t(words.empty)
              }
            />
          ),
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
                  {say(kind?.states[row.state], row.state)}
                  {row.due && (
                    <>
                      {' '}
                      · <DueWord due={row.due} />
                    </>
                  )}
                </div>
              </>
            ),
          },
          { title: t('state'), width: 90, render: (_, row) => say(kind?.states[row.state], row.state) },
          ...(words.due
            ? [{ title: t('due'), width: 200, render: (_: unknown, row: MatterRow) => <DueWord due={row.due} /> }]
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
          { title: t('openedOn'), dataIndex: 'openedOn', width: 110, className: 'one-line' },
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
          {t('more')}
        </Button>
      )}
      {begun && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(id) => {
            go(`/matters/${path}/${id}`);
          }}
        />
      )}
    </>
  );
};

import { MoreButton } from '../parts/more-button.tsx';
import { Refused } from '../parts/refused.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Segmented, Select, Skeleton, Tag } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { useEffect, useMemo } from 'react';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { useOrganisation } from '../app/known-to-all.ts';
import { OutcomeWord, Told } from '../reminders/reminder-words.tsx';
import { RUNGS } from '../words/supervision-words.ts';
import { CLOCKS, useWords } from '../words/words.ts';
import { aheadOf, mondayOf, weeksOf, type Ahead } from './coming.ts';
import { COMING, type Coming } from './forward-words.ts';
import { Weeks } from './weeks.tsx';

const KINDS = Object.keys(COMING) as Coming[];

const AheadTable = ({ rows }: { rows: readonly Ahead[] }) => {
  const { t, say } = useWords();
  return (
    <WideTable<Ahead>
      size="small"
      rowKey="key"
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      about={t('forwardPage')}
      width={940}
      locale={{ emptyText: t('nothingAhead') }}
      data-testid="ahead"
      columns={[
        {
          title: t('day'),
          width: 180,
          className: 'one-line',
          render: (_, { on, notice }) => (
            <>
              {on}
              {notice && notice.sendOn !== on && (
                <span className="small">
                  {' '}
                  {t('sentLater')} {notice.sendOn.slice(5)}
                </span>
              )}
            </>
          ),
        },
        {
          title: t('project'),
          width: 240,
          render: (_, { project }) => (
            <Link to={`/projects/${project.id}`}>
              {project.code} {project.name}
            </Link>
          ),
        },
        {
          title: t('ahead'),
          width: 100,
          render: (_, { kind }) => (
            <span className="one-line">
              <span className="dot" style={{ background: COMING[kind].paint }} aria-hidden />
              {say(COMING[kind].name)}
            </span>
          ),
        },
        {
          title: t('what'),
          width: 200,
          render: (_, { clock, notice }) =>
            [
              ...(notice ? [say(RUNGS[notice.rung], notice.rung)] : []),
              ...(clock ? [say(CLOCKS[clock], clock)] : []),
            ].join(' · '),
        },
        {
          title: t('told'),
          render: (_, { notice }) =>
            notice && (
              <>
                <Told to={notice.to} /> {notice.outcome !== 'expected' && <OutcomeWord outcome={notice.outcome} />}
              </>
            ),
        },
      ]}
    />
  );
};

/** What the next 30 or 90 days bring: due days, notices and projects that will turn red. What is chosen stands in the address. */
export const ForwardPage = () => {
  const { t, say, language } = useWords();
  const { chosen, set } = useChosen();
  const days = chosen.get('days') === '90' ? '90' : '30';
  const unit = chosen.get('unit');
  const week = chosen.get('week');
  const kinds = KINDS.filter((kind) => !(chosen.get('without') ?? '').split(',').includes(kind));
  const units = useOrganisation().data?.units ?? [];
  const query = { days, ...(unit ? { unit } : {}), ...(week ? { week } : {}) } as const;
  const forward = useInfiniteQuery({
    queryKey: ['forward', query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/forward', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const ahead = useMemo(() => aheadOf(forward.data?.pages.flatMap((page) => page.rows) ?? []), [forward.data]);
  useEffect(() => {
    document.title = `${t('forwardPage')} · ${t('product')}`;
  }, [t]);
  const toggle = (kind: Coming, on: boolean) => {
    set('without', KINDS.filter((one) => (one === kind ? !on : !kinds.includes(one))).join(','));
  };
  const rows = ahead.filter(({ kind, on }) => kinds.includes(kind) && (week === null || mondayOf(on) === week));
  const data = forward.data?.pages[0];
  return (
    <>
      <h1 className="title">{t('forwardPage')}</h1>
      <p className="small" style={{ marginTop: 0 }}>
        {t('forwardAbout')}
      </p>
      <div className="filters">
        <Segmented
          value={days}
          onChange={(value) => {
            set('days', value === '90' ? '90' : null);
          }}
          options={['30', '90'].map((value) => ({ value, label: `${t('nextDays')} ${value} ${t('days')}` }))}
        />
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
        {data &&
          KINDS.map((kind) => (
            <Tag.CheckableTag
              key={kind}
              checked={kinds.includes(kind)}
              onChange={(on) => {
                toggle(kind, on);
              }}
              data-testid={`kind-${kind}`}
            >
              <span
                className="dot"
                style={{ background: COMING[kind].paint, outline: '1px solid var(--card)' }}
                aria-hidden
              />
              {say(COMING[kind].name)} {data.counts[kind]}
            </Tag.CheckableTag>
          ))}
        {data && (
          <span>
            {t('total')} {data.counts.projects} {t('projects')}
          </span>
        )}
      </div>
      {forward.isError && <Refused error={forward.error} again={forward.refetch} />}
      {forward.isPending ? (
        <Skeleton active />
      ) : (
        data &&
        (data.rows.length === 0 ? (
          <Empty description={t('nothingAhead')} />
        ) : (
          <>
            <Card size="small" title={`${t('byWeek')} · ${data.from} – ${data.to}`} style={{ marginBottom: 12 }}>
              <Weeks
                weeks={weeksOf(data)}
                kinds={kinds}
                chosen={week}
                onChoose={(monday) => {
                  set('week', monday);
                }}
              />
            </Card>
            <Card
              size="small"
              title={
                week === null ? t('table') : language === 'zh' ? `${week} ${t('weekOf')}` : `${t('weekOf')} ${week}`
              }
              extra={
                week !== null && (
                  <Button
                    size="small"
                    onClick={() => {
                      set('week', null);
                    }}
                  >
                    {t('allWeeks')}
                  </Button>
                )
              }
            >
              <AheadTable rows={rows} />
              <MoreButton pages={forward}>{t('moreProjects')}</MoreButton>
            </Card>
          </>
        ))
      )}
    </>
  );
};

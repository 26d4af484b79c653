import { MoreButton } from '../parts/more-button.tsx';
import { Refused } from '../parts/refused.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Segmented, Skeleton, Tag } from 'antd';
import { useEffect, useMemo, type ComponentProps } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { UnitFilter } from '../parts/unit-filter.tsx';
import { useWords } from '../words/words.ts';
import { AheadTable } from './ahead-table.tsx';
import { aheadOf, mondayOf, weeksOf, type Ahead } from './coming.ts';
import { COMING, type Coming } from './forward-words.ts';
import { Weeks } from './weeks.tsx';

const KINDS = Object.keys(COMING) as Coming[];

type Page = Schemas['Forward'];

/** Of how many days and of which unit, and what of it: each kind with its count. */
const ForwardFilters = ({
  days,
  kinds,
  counts,
}: {
  days: string;
  kinds: readonly Coming[];
  counts: Page['counts'] | undefined;
}) => {
  const { many, t, say } = useWords();
  const { set } = useChosen();
  const toggle = (kind: Coming, on: boolean) => {
    set('without', KINDS.filter((one) => (one === kind ? !on : !kinds.includes(one))).join(','));
  };
  return (
    <div className="filters">
      <Segmented
        value={days}
        onChange={(value) => {
          set('days', value === '90' ? '90' : null);
        }}
        options={['30', '90'].map((value) => ({ value, label: `${t('nextDays')} ${many(value, 'days')}` }))}
      />
      <UnitFilter />
      {counts &&
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
            {say(COMING[kind].name)} {counts[kind]}
          </Tag.CheckableTag>
        ))}
      {counts && (
        <span>
          {t('total')} {many(counts.projects, 'projects')}
        </span>
      )}
    </div>
  );
};

/** What a week brings, or all weeks that have come so far. */
const AheadCard = ({
  week,
  rows,
  pages,
}: {
  week: string | null;
  rows: readonly Ahead[];
  pages: ComponentProps<typeof MoreButton>['pages'];
}) => {
  const { t, language } = useWords();
  const { set } = useChosen();
  return (
    <Card
      size="small"
      title={week === null ? t('table') : language === 'zh' ? `${week} ${t('weekOf')}` : `${t('weekOf')} ${week}`}
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
      <MoreButton pages={pages}>{t('moreProjects')}</MoreButton>
    </Card>
  );
};

/** What the next 30 or 90 days bring: due days, notices and projects that will turn red. What is chosen stands in the address. */
export const ForwardPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const days = chosen.get('days') === '90' ? '90' : '30';
  const unit = chosen.get('unit');
  const week = chosen.get('week');
  const kinds = KINDS.filter((kind) => !(chosen.get('without') ?? '').split(',').includes(kind));
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
  const rows = ahead.filter(({ kind, on }) => kinds.includes(kind) && (week === null || mondayOf(on) === week));
  const data = forward.data?.pages[0];
  return (
    <>
      <h1 className="title">{t('forwardPage')}</h1>
      <p className="small" style={{ marginTop: 0 }}>
        {t('forwardAbout')}
      </p>
      <ForwardFilters days={days} kinds={kinds} counts={data?.counts} />
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
            <AheadCard week={week} rows={rows} pages={forward} />
          </>
        ))
      )}
    </>
  );
};

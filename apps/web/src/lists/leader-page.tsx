import { Refused } from '../parts/refused.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card, Col, Row, Select, Skeleton, Statistic, Typography } from 'antd';
import { useEffect } from 'react';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { Changes } from '../parts/changes.tsx';
import { DayPicker } from '../parts/day-picker.tsx';
import { today } from '../parts/day.ts';
import { MatterLines } from '../parts/matter-lines.tsx';
import { timeAsked, useTime } from '../parts/time.ts';
import { changesSince } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { LateProjects, LeaderCard, Leaders } from './leader-cards.tsx';
import { useLeaders } from './list-queries.ts';

/** What a leader answers for, what is stalled, what changed since a day, and which orders wait, at the time that is looked at. */
export const LeaderPage = () => {
  const { t, say, marks } = useWords();
  const { chosen, set } = useChosen();
  const leader = chosen.get('leader');
  const since = chosen.get('since');
  const { time } = useTime();
  const view = useQuery({
    queryKey: ['leader', 'view', leader, since, time],
    queryFn: () =>
      answered(
        api.GET('/api/leader', {
          params: { query: { ...timeAsked(time), ...(leader ? { leader } : {}), ...(since ? { since } : {}) } },
        }),
      ),
  });
  const leaders = useLeaders(time).data;
  const nobody = leader === null && view.data?.answersFor === 0 && view.data.orders.length === 0; // whose page this is has nothing of its own: who can be chosen is shown instead
  useEffect(() => {
    document.title = `${t('leaderView')} · ${t('product')}`;
  }, [t]);
  return (
    <>
      <h1 className="title">
        {t('leaderView')}
        {view.data && !nobody && <small style={{ fontSize: 15 }}> · {view.data.leader}</small>}
      </h1>
      <div className="filters">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('leaderName')}
          aria-label={t('leaderName')}
          value={leader}
          onChange={(name?: string) => {
            set('leader', name ?? null);
          }}
          style={{ width: 220 }}
          options={(leaders ?? []).map(({ name, projects }) => ({ value: name, label: name + marks.aside(projects) }))}
        />
        <DayPicker
          label={t('sinceDay')}
          day={since ?? view.data?.since ?? today()}
          max={time.asOf ?? today()}
          onDay={(day) => {
            set('since', day);
          }}
        />
      </div>
      {view.isError && <Refused error={view.error} again={view.refetch} />}
      {view.isPending && <Skeleton active />}
      {nobody && leaders && (
        <Leaders
          leaders={leaders}
          onChoose={(name) => {
            set('leader', name);
          }}
        />
      )}
      {view.data && !nobody && (
        <>
          <div className="figures">
            <Statistic title={t('answersFor')} value={view.data.answersFor} />
            <Statistic title={t('lateProjects')} value={view.data.late.total} />
            <Statistic title={t('changedSince')} value={view.data.changed.length} />
            <Statistic title={t('ordersToLeader')} value={view.data.orders.length} />
          </div>
          {view.data.answersFor === 0 && (
            <Typography.Paragraph type="secondary">{t('nobodyAnswers')}</Typography.Paragraph>
          )}
          <Row gutter={[16, 0]}>
            <Col xs={24} lg={12}>
              <LeaderCard title={t('lateProjects')} none={t('nothingLate')} isEmpty={view.data.late.rows.length === 0}>
                <LateProjects rows={view.data.late.rows} />
              </LeaderCard>
              <LeaderCard
                title={t('ordersToLeader')}
                none={t('noLeaderOrders')}
                isEmpty={view.data.orders.length === 0}
              >
                <MatterLines path="orders" rows={view.data.orders} className="history" />
              </LeaderCard>
            </Col>
            <Col xs={24} lg={12}>
              <Card size="small" className="space-above" title={say(changesSince(view.data.since))}>
                <Changes changed={view.data.changed} />
              </Card>
            </Col>
          </Row>
        </>
      )}
    </>
  );
};

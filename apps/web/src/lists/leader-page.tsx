import { useQuery } from '@tanstack/react-query';
import { Card, Col, Row, Select, Statistic, Typography } from 'antd';
import { useEffect } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { Answer } from '../parts/answer.tsx';
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

type View = Schemas['LeaderView'];

/** Whether there is nothing of a person's own to look at: no project to answer for, and no order. */
const hasNothing = ({ answersFor, orders }: View): boolean => answersFor === 0 && orders.length === 0;

/** A leader's figures, what is late, which orders wait, and what changed since the day. */
const OneLeader = ({ view: { answersFor, late, changed, orders, since } }: { view: View }) => {
  const { t, say } = useWords();
  return (
    <>
      <div className="figures">
        <Statistic title={t('answersFor')} value={answersFor} />
        <Statistic title={t('lateProjects')} value={late.total} />
        <Statistic title={t('changedSince')} value={changed.length} />
        <Statistic title={t('ordersToLeader')} value={orders.length} />
      </div>
      {answersFor === 0 && <Typography.Paragraph type="secondary">{t('nobodyAnswers')}</Typography.Paragraph>}
      <Row gutter={[16, 0]}>
        <Col xs={24} lg={12}>
          <LeaderCard title={t('lateProjects')} none={t('nothingLate')} isEmpty={late.rows.length === 0}>
            <LateProjects rows={late.rows} />
          </LeaderCard>
          <LeaderCard title={t('ordersToLeader')} none={t('noLeaderOrders')} isEmpty={orders.length === 0}>
            <MatterLines path="orders" rows={orders} className="history" />
          </LeaderCard>
        </Col>
        <Col xs={24} lg={12}>
          <Card size="small" className="space-above" title={say(changesSince(since))}>
            <Changes changed={changed} />
          </Card>
        </Col>
      </Row>
    </>
  );
};

/** What a leader answers for, what is stalled, what changed since a day, and which orders wait, at the time that is looked at. */
export const LeaderPage = () => {
  const { t, marks } = useWords();
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
  const isNobodys = leader === null && view.data !== undefined && hasNothing(view.data); // whose page this is has nothing of its own: who can be chosen is shown instead
  useEffect(() => {
    document.title = `${t('leaderView')} · ${t('product')}`;
  }, [t]);
  return (
    <>
      <h1 className="title">
        {t('leaderView')}
        {view.data && !isNobodys && <small style={{ fontSize: 15 }}> · {view.data.leader}</small>}
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
      <Answer to={view}>
        {(found) =>
          isNobodys ? (
            leaders && (
              <Leaders
                leaders={leaders}
                onChoose={(name) => {
                  set('leader', name);
                }}
              />
            )
          ) : (
            <OneLeader view={found} />
          )
        }
      </Answer>
    </>
  );
};

import { Refused } from '../parts/refused.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Col, DatePicker, Empty, Row, Select, Skeleton, Statistic, Typography } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { Changes } from '../parts/changes.tsx';
import { ColourWord } from '../parts/colour-word.tsx';
import { DueWord } from '../parts/due-word.tsx';
import { useLeaders } from './list-queries.ts';
import { useMatterKinds } from '../app/known-to-all.ts';
import { changesSince } from '../words/supervision-words.ts';
import { CLOCKS, useWords } from '../words/words.ts';

type Late = Schemas['ListRow'] & {
  clock?: string | null;
  daysLate?: number | null;
  nextStep?: string | null;
  reason?: string | null;
};
const MOST_BUTTONS = 40; // the others are found by typing
const top = { marginTop: 16 };

/** What a leader answers for, what is stalled, what changed since a day, and which orders wait. */
export const LeaderPage = () => {
  const { t, say, language } = useWords();
  const { chosen, set } = useChosen();
  const leader = chosen.get('leader');
  const since = chosen.get('since');
  const view = useQuery({
    queryKey: ['leader', 'view', leader, since],
    queryFn: () =>
      answered(
        api.GET('/api/leader', { params: { query: { ...(leader ? { leader } : {}), ...(since ? { since } : {}) } } }),
      ),
  });
  const leaders = useLeaders().data;
  const nobody = leader === null && view.data?.answersFor === 0 && view.data.orders.length === 0; // whose page this is has nothing of its own: who can be chosen is shown instead
  useEffect(() => {
    document.title = `${t('leaderView')} · ${t('product')}`;
  }, [t]);
  const states = useMatterKinds().data?.matters.find(({ path }) => path === 'orders')?.states ?? {};
  const late = (view.data?.late.rows ?? []) as Late[];
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
          options={(leaders ?? []).map(({ name, projects }) => ({ value: name, label: `${name}（${projects}）` }))}
        />
        <DatePicker
          placeholder={t('sinceDay')}
          aria-label={t('sinceDay')}
          value={dayjs(since ?? view.data?.since)}
          allowClear={false}
          maxDate={dayjs()}
          onChange={(day) => {
            set('since', day ? day.format('YYYY-MM-DD') : null);
          }}
        />
      </div>
      {view.isError && <Refused error={view.error} again={view.refetch} />}
      {view.isPending && <Skeleton active />}
      {nobody &&
        leaders &&
        (leaders.length === 0 ? (
          <Empty description={t('noLeaders')} />
        ) : (
          <div data-testid="leaders">
            <Typography.Paragraph>{t('chooseLeader')}</Typography.Paragraph>
            <div className="buttons">
              {leaders.slice(0, MOST_BUTTONS).map(({ name, projects }) => (
                <Button
                  key={name}
                  onClick={() => {
                    set('leader', name);
                  }}
                >
                  {name}（{projects}）
                </Button>
              ))}
            </div>
          </div>
        ))}
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
              <Card size="small" style={top} title={t('lateProjects')}>
                {late.length === 0 ? (
                  t('nothingLate')
                ) : (
                  <ul className="history">
                    {late.map((row) => (
                      <li key={row.id}>
                        <Link to={`/projects/${row.id}`}>{row.name}</Link> <ColourWord colour={row.colour} />
                        <div className="small">
                          {row.clock && say(CLOCKS[row.clock], row.clock)}
                          {row.daysLate != null &&
                            row.daysLate > 0 &&
                            (language === 'zh' ? ` · 逾期 ${row.daysLate} 天` : ` · ${row.daysLate} days late`)}
                          {(row.nextStep ?? row.reason) && ` · ${row.nextStep ?? row.reason}`}
                        </div>
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
              <Card size="small" style={top} title={t('ordersToLeader')}>
                {view.data.orders.length === 0 ? (
                  t('noLeaderOrders')
                ) : (
                  <ul className="history">
                    {view.data.orders.map((row) => (
                      <li key={row.id}>
                        <Link to={`/matters/orders/${row.id}`}>
                          {row.number} {say(row.title)}
                        </Link>
                        <div className="small">
                          {say(states[row.state], row.state)}
                          {row.due && (
                            <>
                              {' '}
                              · <DueWord due={row.due} />
                            </>
                          )}
                        </div>
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
            </Col>
            <Col xs={24} lg={12}>
              <Card size="small" style={top} title={say(changesSince(view.data.since))}>
                <Changes changed={view.data.changed} />
              </Card>
            </Col>
          </Row>
        </>
      )}
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Col, Descriptions, Row, Skeleton, Steps, Tabs, Typography } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { answered, api } from '../ask/api.ts';
import { ClockCourse, type CourseClock } from './clock-course.tsx';
import { ColourWord } from '../parts/colour-word.tsx';
import { CommandForm, type CommandDescription } from '../parts/command-form.tsx';
import { useUnitName } from '../app/known-to-all.ts';
import { HistoryList, type Entry } from './history.tsx';
import { Refused } from '../parts/refused.tsx';
import { inWan, PHASES, useWords } from '../words/words.ts';

const ProjectChecklist = lazy(async () => ({ default: (await import('./project-checklist.tsx')).ProjectChecklist }));
const ProjectMatters = lazy(async () => ({ default: (await import('./project-matters.tsx')).ProjectMatters }));
const COURSE = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'] as const;
const FIRST = [
  'ReportProgress',
  'OpenNegotiation',
  'SignContract',
  'ReportStart',
  'CertifyStart',
  'EnterStatistics',
  'ReportArrival',
  'CertifyArrival',
  'AcceptExcuse',
  'SuspendProject',
];
const INNER = ['CorrectFact', 'VoidFact', 'RecordSplitOff', 'RecordAbsorption'];

interface State {
  phase: string;
  code: string;
  title: string;
  investor?: string;
  hostRegion?: string;
  owner: { unit: string | null; leader: { name: string } | null; steward: { name: string } | null };
  contract: {
    on: string;
    number: string | null;
    contracted: { amount: string };
    agreedStart: { date: string } | null;
  } | null;
  startCertified: { on: string } | null;
  statisticsEntered: { on: string } | null;
}

const sumInWan = ({ amount, currency }: { amount: string; currency: string }): string =>
  `${inWan(amount)}${currency === 'CNY' ? '' : ` 万 ${currency}`}`;

export const ProjectPage = () => {
  const { id = '' } = useParams();
  const [chosen, choose] = useSearchParams();
  const { t, say } = useWords();
  const unitName = useUnitName();
  const [open, setOpen] = useState<{ command: CommandDescription; initial: Record<string, unknown> } | null>(null);
  const asOf = chosen.get('asOf');
  const params = { params: { path: { id }, query: asOf ? { asOf } : {} } };
  const project = useQuery({
    queryKey: ['project', id, 'state', asOf],
    queryFn: () => answered(api.GET('/api/projects/{id}', params)),
  });
  const why = useQuery({
    queryKey: ['project', id, 'explain', asOf],
    queryFn: () => answered(api.GET('/api/projects/{id}/explain', params)),
  });
  const history = useQuery({
    queryKey: ['project', id, 'history'],
    queryFn: () => answered(api.GET('/api/projects/{id}/history', { params: { path: { id } } })),
  });
  const commands = useQuery({
    queryKey: ['catalogue', 'commands'],
    queryFn: () => answered(api.GET('/api/commands')),
    staleTime: Infinity,
  });
  const state = project.data?.state as unknown as State | undefined;
  useEffect(() => {
    if (state) document.title = `${state.title} · ${t('product')}`;
  }, [state, t]);
  if (project.isError) return <Refused error={project.error} again={project.refetch} level={1} />;
  if (!project.data || !state) return <Skeleton active />;

  const allowed = (commands.data?.commands ?? []).filter(({ type }) =>
    project.data.allowed.some((one) => one.type === type),
  );
  const may = (type: string) => allowed.find((one) => one.type === type);
  const offered = allowed
    .filter(({ type }) => !INNER.includes(type))
    .sort((a, b) => ((FIRST.indexOf(a.type) + 100) % 100) - ((FIRST.indexOf(b.type) + 100) % 100));
  const begin = (command: CommandDescription, initial: Record<string, unknown> = {}) => {
    setOpen({
      command,
      initial: command.type === 'ReportArrival' ? { arrival: `A${Date.now().toString(36)}`, ...initial } : initial,
    });
  };
  const correct = may('CorrectFact');
  const cancel = may('VoidFact');
  const explained = why.data?.clocks as unknown as CourseClock[] | undefined;
  const tab = chosen.get('tab') ?? 'clocks';
  const clocks = (
    <>
      <Card size="small" title={t('why')} data-testid="why">
        {explained?.length === 0 && <Typography.Text type="secondary">{t('noClock')}</Typography.Text>}
        {explained?.map((clock) => (
          <ClockCourse key={clock.clock} clock={clock} asOf={why.data!.asOf} />
        ))}
      </Card>
      <Card size="small" title={t('history')} style={{ marginTop: 16 }}>
        {history.data && (
          <HistoryList
            events={history.data.events}
            {...(correct
              ? {
                  onCorrect: (entry: Entry) => {
                    begin(correct, { target: entry.version, field: 'occurredOn', from: entry.occurredOn });
                  },
                }
              : {})}
            {...(cancel
              ? {
                  onVoid: (entry: Entry) => {
                    begin(cancel, { target: entry.version });
                  },
                }
              : {})}
          />
        )}
      </Card>
    </>
  );
  return (
    <>
      <Link
        to="/"
        onClick={(event) => {
          if (window.history.length > 1) {
            event.preventDefault();
            window.history.back();
          }
        }}
      >
        ← {t('back')}
      </Link>
      <h1 className="title">
        {state.title}{' '}
        {why.data && (
          <small style={{ fontSize: 15 }}>
            <ColourWord colour={why.data.colour} />
          </small>
        )}
      </h1>
      {asOf && (
        <Alert
          type="warning"
          banner
          showIcon
          title={`${t('past')}：${asOf}`}
          action={<Link to={`/projects/${id}`}>{t('backToToday')}</Link>}
        />
      )}
      <Steps
        size="small"
        responsive
        current={COURSE.indexOf(state.phase as never)}
        style={{ margin: '8px 0 16px' }}
        items={COURSE.map((phase) => ({ title: say(PHASES[phase]) }))}
      />
      {!COURSE.includes(state.phase as never) && (
        <Alert type="info" showIcon title={say(PHASES[state.phase])} style={{ marginBottom: 12 }} />
      )}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Tabs
            activeKey={tab}
            onChange={(key) => {
              choose(
                (before) => {
                  if (key === 'clocks') before.delete('tab');
                  else before.set('tab', key);
                  return before;
                },
                { replace: true },
              );
            }}
            items={[
              { key: 'clocks', label: t('clocksAndHistory'), children: clocks },
              {
                key: 'checklist',
                label: t('checklist'),
                children: (
                  <Suspense fallback={<Skeleton active />}>
                    <ProjectChecklist id={id} asOf={asOf} />
                  </Suspense>
                ),
              },
              ...(asOf
                ? []
                : [
                    {
                      key: 'matters',
                      label: t('mattersOfProject'),
                      children: (
                        <Suspense fallback={<Skeleton active />}>
                          <ProjectMatters
                            id={id}
                            name={state.title}
                            unit={state.owner.unit}
                            path="orders"
                            empty="noProjectOrders"
                          />
                          <ProjectMatters
                            id={id}
                            name={state.title}
                            unit={state.owner.unit}
                            path="issues"
                            empty="noProjectIssues"
                          />
                        </Suspense>
                      ),
                    },
                  ]),
            ]}
          />
        </Col>
        <Col xs={24} lg={10}>
          <Card size="small" title={t('facts')}>
            <Descriptions
              column={1}
              size="small"
              items={[
                { key: 'code', label: t('code'), children: state.code },
                { key: 'investor', label: t('investor'), children: state.investor ?? '—' },
                { key: 'region', label: t('region'), children: state.hostRegion ?? '—' },
                { key: 'unit', label: t('unit'), children: unitName(state.owner.unit) || '—' },
                { key: 'leader', label: t('leader'), children: state.owner.leader?.name ?? '—' },
                { key: 'steward', label: t('steward'), children: state.owner.steward?.name ?? '—' },
                { key: 'signed', label: t('signedOn'), children: state.contract?.on ?? '—' },
                {
                  key: 'money',
                  label: t('contracted'),
                  children: state.contract ? inWan(state.contract.contracted.amount) : '—',
                },
                { key: 'agreed', label: t('agreedStart'), children: state.contract?.agreedStart?.date ?? '—' },
                { key: 'start', label: t('startedOn'), children: state.startCertified?.on ?? '—' },
                { key: 'entered', label: t('entered'), children: state.statisticsEntered?.on ?? '—' },
                { key: 'arrived', label: t('arrived'), children: project.data.arrived.map(sumInWan).join('；') || '0' },
              ]}
            />
          </Card>
          {!asOf && offered.length > 0 && (
            <Card size="small" title={t('doNow')} style={{ marginTop: 16 }} data-testid="commands">
              <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
                {offered.map((command) => (
                  <Button
                    key={command.type}
                    size="small"
                    type={command.type === 'ReportProgress' ? 'primary' : 'default'}
                    onClick={() => {
                      begin(command);
                    }}
                  >
                    {say(command.title)}
                  </Button>
                ))}
              </div>
            </Card>
          )}
        </Col>
      </Row>
      {open && (
        <CommandForm
          begun={{ ...open, url: `/api/projects/${id}/commands/${open.command.path}`, version: project.data.version }}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
};

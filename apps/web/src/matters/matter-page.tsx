import { useQuery } from '@tanstack/react-query';
import { Button, Card, Col, Row, Skeleton, Typography } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { useMatterKinds } from '../app/known-to-all.ts';
import { ApprovalBody } from './approval-body.tsx';
import { MatterFacts } from './matter-facts.tsx';
import { MatterSteps } from './matter-steps.tsx';
import { hasButton, KIND_WORDS, nextStep, OF_A_ROW, PREPARED, type MatterCommand } from './matter-kinds.ts';
import { MeetingSections } from '../meetings/meeting-sections.tsx';
import { useChosen } from '../parts/chosen.ts';
import { MATTER_PICKERS } from '../parts/form/record-pickers.tsx';
import { PapersEntry } from '../papers/papers-entry.tsx';
import type { RowCommands } from '../parts/row-buttons.tsx';
import { SchedulingItems } from './scheduling-items.tsx';
import { Refused } from '../parts/refused.tsx';
import { timeAsked, useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';

const MeetingMode = lazy(async () => ({ default: (await import('../meetings/meeting-mode.tsx')).MeetingMode }));

/** One matter: its state as steps, its facts, and what may be done with it now. */
export const MatterPage = () => {
  const { path = '', id = '' } = useParams();
  const { t, say } = useWords();
  const [open, setOpen] = useState<{ command: MatterCommand; row: string | null } | null>(null);
  const { chosen, set, setAll } = useChosen();
  const leaveMeeting = useCallback(() => {
    setAll({ mode: null, item: null });
  }, [setAll]);
  const { time } = useTime();
  const kind = useMatterKinds().data?.matters.find((one) => one.path === path);
  const matter = useQuery({
    queryKey: ['matter', path, id, time],
    queryFn: () =>
      answered(
        api.GET(`/api/${path}/{id}` as '/api/orders/{id}', { params: { path: { id }, query: timeAsked(time) } }),
      ),
    enabled: path in KIND_WORDS,
  });
  const title = matter.data ? say(matter.data.title) : '';
  useEffect(() => {
    if (title) document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  if (matter.isError) return <Refused error={matter.error} again={matter.refetch} level={1} />;
  if (!matter.data || !kind) return <Skeleton active />;

  const { state, version } = matter.data;
  const allowed = kind.commands.filter(({ type }) => matter.data.allowed.some((one) => one.type === type));
  const next = nextStep(matter.data);
  const buttons = allowed
    .filter((command) => hasButton(command, matter.data))
    .sort((a, b) => Number(b.type === next) - Number(a.type === next));
  const rows: RowCommands = {
    allowed,
    begin: (command, row) => {
      setOpen({ command, row });
    },
  };
  const doNow = buttons.map((command) => (
    <Button
      key={command.type}
      type={command.type === next ? 'primary' : 'default'}
      onClick={() => {
        setOpen({ command, row: null });
      }}
    >
      {say(command.title)}
    </Button>
  ));
  return (
    <>
      <Link to={`/matters/${path}`}>← {t(KIND_WORDS[path]!.title)}</Link>
      <h1 className="title">
        {matter.data.number && <span style={{ whiteSpace: 'nowrap' }}>{matter.data.number} </span>}
        {title}
      </h1>
      <MatterSteps state={state} isOpen={matter.data.open} states={kind.states} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Card size="small" title={say(kind.title)} data-testid="matter-facts">
            <MatterFacts matter={matter.data} path={path} />
            {matter.data.kind === 'approval' && <ApprovalBody known={matter.data.known} />}
          </Card>
        </Col>
        <Col xs={24} lg={10} className="first-on-phone">
          <Card size="small" title={t('doNow')} data-testid="commands">
            {buttons.length === 0 ? (
              <Typography.Text type="secondary">{t('nothingToDo')}</Typography.Text>
            ) : (
              <div className="buttons">{doNow}</div>
            )}
            {kind.name === 'meeting' && matter.data.open && (
              <Button
                className="space-above"
                onClick={() => {
                  set('mode', 'meeting');
                }}
              >
                {t('meetingMode')}
              </Button>
            )}
          </Card>
        </Col>
      </Row>
      {matter.data.kind === 'meeting' && <MeetingSections id={id} known={matter.data.known} rows={rows} />}
      {matter.data.kind === 'scheduling-list' && <SchedulingItems known={matter.data.known} rows={rows} />}
      {matter.data.kind === 'meeting' && chosen.get('mode') === 'meeting' && (
        <Suspense>
          <MeetingMode
            id={id}
            title={title}
            known={matter.data.known}
            buttons={doNow.filter(({ key }) => key !== 'AssignTask')}
            mayGiveTasks={allowed.some(({ type }) => type === 'AssignTask')}
            onLeave={leaveMeeting}
          />
        </Suspense>
      )}
      {open && (
        <CommandForm
          onClose={() => {
            setOpen(null);
          }}
          begun={{
            command: open.command,
            url: `/api/${path}/${id}/commands/${open.command.path}`,
            version,
            pickers: {
              ...MATTER_PICKERS,
              ...(matter.data.project === null ? {} : { evidence: <PapersEntry project={matter.data.project.id} /> }),
            },
            ...PREPARED[open.command.type],
            ...(open.row === null ? {} : { fixed: { [OF_A_ROW[open.command.type]!]: open.row } }),
          }}
        />
      )}
    </>
  );
};

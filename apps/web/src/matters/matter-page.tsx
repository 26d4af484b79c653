import { useQuery } from '@tanstack/react-query';
import { Button, Card, Col, Row, Skeleton, Typography } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { useMatterKinds } from '../app/known-to-all.ts';
import { NoSuchPage } from '../app/no-such-page.tsx';
import { ApprovalBody } from './approval-body.tsx';
import { MatterFacts } from './matter-facts.tsx';
import { MatterSteps } from './matter-steps.tsx';
import {
  hasButton,
  KIND_WORDS,
  nextStep,
  OF_A_ROW,
  PREPARED,
  type MatterCommand,
  type MatterRow,
} from './matter-kinds.ts';
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

interface Open {
  readonly command: MatterCommand;
  readonly row: string | null; // of the matter, where the command is for one
}

/** What can be done with the matter now; while a meeting goes on, its meeting mode. */
const DoNow = ({ matter, buttons }: { matter: MatterRow; buttons: readonly ReactNode[] }) => {
  const { t } = useWords();
  const { set } = useChosen();
  return (
    <Card size="small" title={t('doNow')} data-testid="commands">
      {buttons.length === 0 ? (
        <Typography.Text type="secondary">{t('nothingToDo')}</Typography.Text>
      ) : (
        <div className="buttons">{buttons}</div>
      )}
      {matter.kind === 'meeting' && matter.open && (
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
  );
};

/** What only some kinds have: a meeting its agenda, its tasks and its meeting mode, a scheduling list its projects. */
const OwnSections = ({
  matter,
  title,
  rows,
  buttons,
}: {
  matter: MatterRow;
  title: string;
  rows: RowCommands;
  buttons: readonly ReactElement[];
}) => {
  const { chosen, setAll } = useChosen();
  const leaveMeeting = useCallback(() => {
    setAll({ mode: null, item: null });
  }, [setAll]);
  if (matter.kind === 'scheduling-list') return <SchedulingItems known={matter.known} rows={rows} />;
  if (matter.kind !== 'meeting') return null;
  return (
    <>
      <MeetingSections id={matter.id} known={matter.known} rows={rows} />
      {chosen.get('mode') === 'meeting' && (
        <Suspense>
          <MeetingMode
            id={matter.id}
            title={title}
            known={matter.known}
            buttons={buttons.filter(({ key }) => key !== 'AssignTask')}
            mayGiveTasks={rows.allowed.some(({ type }) => type === 'AssignTask')}
            onLeave={leaveMeeting}
          />
        </Suspense>
      )}
    </>
  );
};

/** The form of a command for the matter, or for a row of it. */
const MatterForm = ({
  open: { command, row },
  matter,
  path,
  onClose,
}: {
  open: Open;
  matter: MatterRow;
  path: string;
  onClose: () => void;
}) => (
  <CommandForm
    onClose={onClose}
    begun={{
      command,
      url: `/api/${path}/${matter.id}/commands/${command.path}`,
      version: matter.version,
      pickers: {
        ...MATTER_PICKERS,
        ...(matter.project === null ? {} : { evidence: <PapersEntry project={matter.project.id} /> }),
      },
      ...PREPARED[command.type],
      ...(row === null ? {} : { fixed: { [OF_A_ROW[command.type]!]: row } }),
    }}
  />
);

/** One matter: its state as steps, its facts, and what may be done with it now. */
export const MatterPage = () => {
  const { path = '', id = '' } = useParams();
  const { t, say } = useWords();
  const [open, setOpen] = useState<Open | null>(null);
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
  if (!Object.hasOwn(KIND_WORDS, path)) return <NoSuchPage />;
  if (matter.isError) return <Refused error={matter.error} again={matter.refetch} level={1} />;
  if (!matter.data || !kind) return <Skeleton active />;

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
      <MatterSteps state={matter.data.state} isOpen={matter.data.open} states={kind.states} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Card size="small" title={say(kind.title)} data-testid="matter-facts">
            <MatterFacts matter={matter.data} path={path} />
            {matter.data.kind === 'approval' && <ApprovalBody known={matter.data.known} />}
          </Card>
        </Col>
        <Col xs={24} lg={10} className="first-on-phone">
          <DoNow matter={matter.data} buttons={doNow} />
        </Col>
      </Row>
      <OwnSections matter={matter.data} title={title} rows={rows} buttons={doNow} />
      {open && (
        <MatterForm
          open={open}
          matter={matter.data}
          path={path}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
};

import { Col, Row, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Values } from '../parts/form/field-values.ts';
import { Refused } from '../parts/refused.tsx';
import { useTime } from '../parts/time.ts';
import { CreditedUnits } from './credited-units.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import type { Entry } from './history-entry.ts';
import { KeptColumns } from './kept-columns.tsx';
import { Doubts } from './doubts.tsx';
import { LatestProgress } from './latest-progress.tsx';
import { MergedInto } from './merged-into.tsx';
import { ProjectCommands } from './project-commands.tsx';
import { ProjectFacts } from './project-facts.tsx';
import { usePrepared, type ProjectCommand } from './project-forms.tsx';
import { ProjectHead } from './project-head.tsx';
import { useExplanation, useHistory, useProject, useProjectCommands } from './project-queries.ts';
import { ProjectTabs } from './project-tabs.tsx';
import { RelatedProjects } from './related-projects.tsx';
import { WaitsFor } from './waits-for.tsx';

type Doing =
  | { readonly what: 'command'; readonly command: ProjectCommand; readonly fixed: Values }
  | { readonly what: 'correction'; readonly entry: Entry };

/** The project into which this one was merged, as the last such record says. */
const survivorOf = (events: readonly Entry[]): string | null => {
  const { survivor } = (events.findLast(({ type }) => type === 'ProjectAbsorbed')?.data ?? {}) as { survivor?: string };
  return survivor ?? null;
};

/** One project: why it stands where it stands, what can be done, and everything that was recorded of it. */
export const ProjectPage = () => {
  const { id = '' } = useParams();
  const { time } = useTime();
  const project = useProject(id, time);
  const explanation = useExplanation(id, time).data;
  const events = useHistory(id, time).data?.events ?? [];
  const { commands, facts } = useProjectCommands();
  const prepared = usePrepared();
  const [doing, act] = useState<Doing | null>(null);
  if (project.isError) return <Refused error={project.error} again={project.refetch} level={1} />;
  if (!project.data) return <Skeleton active />;

  const { state, version } = project.data;
  const allowed = commands.filter(({ type }) => project.data.allowed.some((one) => one.type === type));
  const urlOf = ({ path }: ProjectCommand): string => `/api/projects/${id}/commands/${path}`;
  const close = () => {
    act(null);
  };
  // How to begin a command, where it is allowed now.
  const beginning = <T,>(type: string, field: string): ((value: T) => void) | undefined => {
    const command = allowed.find((one) => one.type === type);
    if (command === undefined) return undefined;
    return (value) => {
      act({ what: 'command', command, fixed: { [field]: value } });
    };
  };
  const of = (target: unknown): Entry | undefined => events.find((entry) => entry.version === target);
  const survivor = state.phase === 'merged' ? survivorOf(events) : null;
  const correct = allowed.find(({ type }) => type === 'CorrectFact');
  const takeBack = beginning<number>('VoidFact', 'target');
  return (
    <>
      <div className="project-head">
        <ProjectHead state={state} explanation={explanation} />
        <WaitsFor state={state} />
        <Doubts doubts={project.data.doubts} />
        {survivor !== null && <MergedInto survivor={survivor} />}
        <ProjectCommands
          allowed={allowed}
          steps={explanation?.steps ?? []}
          onBegin={(command) => {
            act({ what: 'command', command, fixed: {} });
          }}
        />
      </div>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={16}>
          <ProjectTabs
            id={id}
            asOf={time.asOf}
            day={project.data.asOf}
            state={state}
            certified={project.data.arrived}
            explanation={explanation}
            events={events}
            onCorrect={
              correct &&
              ((entry) => {
                act({ what: 'correction', entry });
              })
            }
            onVoid={
              takeBack &&
              ((entry) => {
                takeBack(entry.version);
              })
            }
            onCertify={beginning<string>('CertifyArrival', 'arrival')}
            onReverse={beginning<string>('ReverseArrival', 'arrival')}
          />
        </Col>
        <Col xs={24} lg={8}>
          <LatestProgress progress={state.progress} />
          <ProjectFacts state={state} />
          <CreditedUnits state={state} />
          <RelatedProjects state={state} />
          <KeptColumns state={state} />
        </Col>
      </Row>
      {doing?.what === 'command' && (
        <CommandForm
          begun={{
            ...prepared(doing.command, state, id, {
              target: of(doing.fixed['target']),
              arrival: doing.fixed['arrival'],
            }),
            url: urlOf(doing.command),
            version,
            fixed: doing.fixed,
          }}
          onClose={close}
          onUndo={doing.command.type === 'VoidFact' ? undefined : takeBack}
        />
      )}
      {doing?.what === 'correction' && correct && (
        <CorrectionDialog
          entry={doing.entry}
          events={events}
          facts={facts}
          command={correct}
          url={urlOf(correct)}
          version={version}
          onClose={close}
        />
      )}
    </>
  );
};

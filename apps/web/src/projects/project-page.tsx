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
import type { ProjectState } from './project-state.ts';
import { ProjectTabs } from './project-tabs.tsx';
import { RelatedProjects } from './related-projects.tsx';
import { WaitsFor } from './waits-for.tsx';

type Doing =
  | { readonly what: 'command'; readonly command: ProjectCommand; readonly fixed: Values }
  | { readonly what: 'correction'; readonly command: ProjectCommand; readonly entry: Entry };

/** The project into which this one was merged, as the last such record says; null where it was not. */
const survivorOf = ({ phase }: ProjectState, events: readonly Entry[]): string | null => {
  if (phase !== 'merged') return null;
  const { survivor } = (events.findLast(({ type }) => type === 'ProjectAbsorbed')?.data ?? {}) as { survivor?: string };
  return survivor ?? null;
};

const STANDING: readonly string[] = ['VoidFact', 'SplitProject', 'MergeProjects']; // what they record is not voided

/** The form of what is done: of a command, or of a correction of something that was recorded. */
const DoingForm = ({
  doing,
  id,
  of: { state, version },
  events,
  onClose,
  onUndo,
}: {
  doing: Doing;
  id: string;
  of: { readonly state: ProjectState; readonly version: number };
  events: readonly Entry[];
  onClose: () => void;
  onUndo: ((version: number) => void) | undefined;
}) => {
  const { facts } = useProjectCommands();
  const prepared = usePrepared();
  const { command } = doing;
  const url = `/api/projects/${id}/commands/${command.path}`;
  if (doing.what === 'correction')
    return (
      <CorrectionDialog
        entry={doing.entry}
        events={events}
        facts={facts}
        command={command}
        url={url}
        version={version}
        onClose={onClose}
      />
    );
  const { fixed } = doing;
  const target = events.find((entry) => entry.version === fixed['target']);
  return (
    <CommandForm
      begun={{ ...prepared(command, state, id, { target, arrival: fixed['arrival'] }), url, version, fixed }}
      onClose={onClose}
      onUndo={STANDING.includes(command.type) ? undefined : onUndo}
    />
  );
};

/** One project: why it stands where it stands, what can be done, and everything that was recorded of it. */
export const ProjectPage = () => {
  const { id = '' } = useParams();
  const { time } = useTime();
  const project = useProject(id, time);
  const explanation = useExplanation(id, time).data;
  const events = useHistory(id, time).data?.events ?? [];
  const { commands } = useProjectCommands();
  const [doing, act] = useState<Doing | null>(null);
  if (project.isError) return <Refused error={project.error} again={project.refetch} level={1} />;
  if (!project.data) return <Skeleton active />;

  const { state } = project.data;
  const allowed = commands.filter(({ type }) => project.data.allowed.some((one) => one.type === type));
  // How to begin a command, where it is allowed now.
  const beginning = <T,>(type: string, field: string): ((value: T) => void) | undefined => {
    const command = allowed.find((one) => one.type === type);
    if (command === undefined) return undefined;
    return (value) => {
      act({ what: 'command', command, fixed: { [field]: value } });
    };
  };
  const survivor = survivorOf(state, events);
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
                act({ what: 'correction', command: correct, entry });
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
      {doing !== null && (
        <DoingForm
          doing={doing}
          id={id}
          of={project.data}
          events={events}
          onClose={() => {
            act(null);
          }}
          onUndo={takeBack}
        />
      )}
    </>
  );
};

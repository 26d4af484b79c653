import type { Project } from '#domain';
import type { Planned } from './planned.ts';

/** A fact that the log already holds, told again: the contract as signed or amended since, a plan or a line that nobody dated and that still says the same. */
export const saysAgain = ({ command, byImport }: Planned, project: Project): boolean => {
  if (project.phase === 'none') return false;
  const { contract } = project;
  if (command.type === 'SignContract') return contract !== null;
  if (command.type === 'CertifyStart') return project.startCertified !== null;
  if (command.type === 'EnterStatistics') return project.statisticsEntered !== null;
  if (command.type === 'TerminateProject' || command.type === 'DropLead') return project.end !== null;
  if (!byImport) return false;
  if (command.type === 'ReportProgress') return project.progress?.text === command.text;
  if (command.type === 'PlanStart') return project.plannedStart === command.plannedOn;
  return command.type === 'PlanSigning' && project.plannedSigning === command.month;
};

import type { ProjectEvent, RecordedEvent } from '#domain';
import type { Fact } from './timeline.ts';

export const PROJECT_TABLE = 'project_span';
export const PROJECT_STREAMS = 'project-';
export const projectIdOf = (stream: string): string => stream.slice(PROJECT_STREAMS.length);

export const factOf = ({ event, version, position, meta }: RecordedEvent): Fact => ({
  ...(event as ProjectEvent),
  version,
  position,
  ...(meta.imported?.warnings ? { warnings: meta.imported.warnings } : {}),
});

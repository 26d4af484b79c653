import type { ProjectEvent, RecordedEvent } from '#domain';
import type { Fact } from './timeline.ts';

export const PROJECT_TABLE = 'project_span';

export const factOf = ({ event, version, position, meta }: RecordedEvent): Fact => ({
  ...(event as ProjectEvent),
  version,
  position,
  ...(meta.imported?.warnings ? { warnings: meta.imported.warnings } : {}),
});

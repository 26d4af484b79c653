import type { ProjectEvent, RecordedEvent } from '#domain';
import { project } from '#domain';
import { placedOf } from './project-aggregate.ts';

/** A project's records in the order of the log, in the shape of cli.md, `history`. */
export const historyOf = (projectId: string, events: readonly RecordedEvent[]) => {
  const state = project.fold(events.map(placedOf));
  return {
    project: { id: projectId, code: state.phase === 'none' ? '' : state.code, name: state.phase === 'none' ? '' : state.title },
    events: (events as readonly RecordedEvent<ProjectEvent>[]).map(({ version, position, schemaVersion, recordedAt, hash, event: { type, occurredOn, data }, meta }) => {
      const { actor, basis = null, note, approver, evidence, imported, datePrecision } = meta;
      return {
        version, position: Number(position), type, schemaVersion, occurredOn, recordedAt, actor, data, basis, hash,
        ...(note === undefined ? {} : { note }), ...(approver === undefined ? {} : { approver }), ...(evidence === undefined ? {} : { evidence }),
        ...(imported === undefined ? {} : { imported }), ...(datePrecision === undefined ? {} : { datePrecision }),
      };
    }),
  };
};

import { byReference, inEveryText, writtenType, type IsoDate, type RecordedEvent } from '#domain';
import { schemaId } from '../catalogue/schema-id.ts';

/** A fact in the envelope of CloudEvents 1.0 (JSON format). What the specification does not name stands in extension attributes, which are small letters and plain values. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string; // the stream
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string; // urn:luodi:event:<type>:<version>, the id of a published schema (catalogue)
  readonly data: unknown;
  readonly position: string; // the cursor after it
  readonly streamversion: number;
  readonly schemaversion: number;
  readonly occurredon: IsoDate;
  readonly actoruser: string;
  readonly actorunit?: string;
  readonly commandid: string;
  readonly causationid?: string;
  readonly correlationid?: string;
  readonly approver?: string;
  readonly basis?: string;
  readonly note?: string;
  readonly hash: string;
  readonly previoushash: string;
}

/** Which log: an id is unique within it. Where the operator says how the installation is reached its address tells it from other bureaus’, whose facts somebody may collect. */
export const sourceOf = (publicUrl: URL | null): string =>
  publicUrl === null ? '/luodi/log' : new URL('log', publicUrl).href;

const given = <Name extends string>(name: Name, value: string | null | undefined) =>
  value === undefined || value === null ? {} : ({ [name]: value } as Readonly<Record<Name, string>>);

export const cloudEvent = (recorded: RecordedEvent, source: string): CloudEvent => {
  const { id, stream, version, position, event, schemaVersion, meta, recordedAt, hash, previousHash } = recorded;
  const type = writtenType(event.type);
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: stream,
    time: recordedAt,
    datacontenttype: 'application/json',
    dataschema: schemaId(type, schemaVersion),
    data: inEveryText(event.data, byReference),
    position: String(position),
    streamversion: version,
    schemaversion: schemaVersion,
    occurredon: event.occurredOn,
    actoruser: meta.actor.user,
    ...given('actorunit', meta.actor.unit),
    commandid: meta.commandId,
    ...given('causationid', meta.causationId),
    ...given('correlationid', meta.correlationId),
    ...given('approver', meta.approver),
    ...given('basis', meta.basis),
    ...given('note', meta.note === undefined ? undefined : byReference(meta.note)),
    hash,
    previoushash: previousHash,
  };
};

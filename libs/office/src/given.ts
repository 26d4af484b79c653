import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain';
import type { Handled } from '#event-store';
import type { Caller } from '#identity';

/** A command as it comes through a door: who gives it, with which key (given twice, it acts once), and on which version seen (null: whatever it is). */
export interface Given {
  readonly caller: Caller;
  readonly body: unknown;
  readonly key: string;
  readonly ifVersion: number | null;
}

/** What a command answers: where its stream now stands and what was recorded. `repeated`: the command had been given before. */
export interface Answer {
  readonly version: number;
  readonly position: number | null;
  readonly events: readonly string[];
  readonly repeated: boolean;
}

export const answerOf = ({ version, position, events, repeated }: Handled): Answer => ({
  version,
  position: position === null ? null : Number(position),
  events: events.map(({ event }) => event.type),
  repeated,
});

export const actorOf = ({ user, unit }: Caller): Actor => ({ user, unit });
export const freshKey = (): string => randomUUID();

import type { DomainEvent } from '../event.ts';
import type { Named } from '../person.ts';
import type { ProjectCommandType } from '../project/commands.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type ApprovalEvent =
  | E<
      'ApprovalAsked',
      { project: string; projectName?: string; command: ProjectCommandType; body: object; by: string; asked: Named }
    > // `body`: of the command, as it was given, with the day it is dated
  | E<'ApprovalGiven', { by: string }>
  | E<'ApprovalRefused', { by: string; reason: string }>
  | E<'ApprovalWithdrawn', { by: string }>
  | E<'ApprovalLapsed', { code: string }>; // approved, but the project had moved on: nothing was recorded

import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidOf } from 'uuid';
import {
  arrivedOf,
  dayInShanghai,
  project as aggregate,
  readCommand,
  Rejected,
  REJECTIONS,
  offered,
  type IsoDate,
  type KnownProject,
  type Money,
  type Project,
  type ProjectCommand,
  type ProjectCommandType,
} from '#domain';
import type { Handled } from '#event-store';
import { COMMAND_NEEDS, may, type Caller } from '#identity';
import { explain, historyOf, projectAt, type AsOf, type Explanation, type HistoryEntry } from '#projections';
import { SERVICES, type Services } from '../office.ts';
import { idempotencyKey, ifMatch } from './headers.ts';
import { commandKey, placedOf, PROJECT_STREAM, sees } from './project-aggregate.ts';
import { instantPosition } from './instant.ts';
import { commandClassOf, kebab, OFFERED } from './project-commands.ts';
import { OrderContext } from '../../../../apps/api/src/project.handler.ts';
import type { AsOfQuery } from './queries.ts';

const IDS = '6f0f3c2e-64b5-4f0e-9d55-6f1b2a0f7c11'; // namespace of project ids that follow from an idempotency key

export interface CommandHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'if-match'?: string;
}

/** What a command answers: where the project now stands and what was recorded. `repeated`: the command had been given before. */
export interface CommandAnswer {
  readonly projectId: string;
  readonly version: number;
  readonly position: number | null;
  readonly events: readonly string[];
  readonly repeated: boolean;
}

export interface AllowedCommand {
  readonly type: ProjectCommandType;
  readonly path: string;
}
export interface ProjectView {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly asOf: string;
  readonly state: Exclude<Project, { phase: 'none' }>;
  readonly arrived: readonly Money[]; // certified and not reversed, one sum a currency
  readonly allowed: readonly AllowedCommand[];
}

/** Commands given to projects and projects shown, for one caller at a time. */
@Injectable()
export class ProjectDesk {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly bus: CommandBus,
  ) {}

  /** Registers a project. Its id follows from the key, so a repeated request finds the project that the first one made. */
  create(caller: Caller, type: ProjectCommandType, body: unknown, headers: CommandHeaders): Promise<CommandAnswer> {
    const key = idempotencyKey(headers['idempotency-key']);
    return this.give(caller, type, uuidOf(`${caller.account}/${key}`, IDS), body, {
      ...headers,
      'idempotency-key': key,
    });
  }

  async give(
    caller: Caller,
    type: ProjectCommandType,
    projectId: string,
    body: unknown,
    headers: CommandHeaders,
  ): Promise<CommandAnswer> {
    const { services } = this;
    const given = type === 'RegisterLead' || type === 'RecordProject' ? await this.withCode(caller, body) : body;
    const command = readCommand(commandClassOf(type) as new () => ProjectCommand, given);
    const key = commandKey(caller.account, idempotencyKey(headers['idempotency-key']), type, body);
    const order = {
      projectId,
      actor: { user: caller.user, unit: caller.unit },
      key,
      visible: await services.visibleTo(caller),
      circumstances: await services.circumstances(),
    };
    const execute = (): Promise<Handled> => {
      new OrderContext(order, ifMatch(headers['if-match'])).attachTo(command);
      return this.bus.execute<ProjectCommand, Handled>(command);
    };
    const handled = await services.numbers.claiming(projectId, command, execute);
    await services.followUps(handled.events); // what it means for other projects; a process of its own finishes what is cut off here
    return answerOf(projectId, handled);
  }

  /** The bureau's number where the asker gives none, and the asker's own unit where no unit is named. */
  private async withCode(caller: Caller, body: unknown): Promise<unknown> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
    const { code, unit } = body as { code?: unknown; unit?: unknown };
    return {
      ...body,
      ...(code === undefined || code === '' ? { code: await this.services.numbers.nextCode() } : {}),
      ...(unit === undefined && caller.unit !== null ? { unit: caller.unit } : {}),
    };
  }

  /** Past views obey today's permissions (features.md, P4): who may see the project now may see all of its history. Throws 'project-unknown'. */
  async admit(caller: Caller, projectId: string): Promise<void> {
    const state = aggregate.fold((await this.services.store.readStream(PROJECT_STREAM + projectId)).map(placedOf));
    if (state.phase === 'none' || !sees(await this.services.visibleTo(caller), state)) unknown();
  }

  async show(caller: Caller, projectId: string, { asOf, asKnown }: AsOfQuery): Promise<ProjectView> {
    await this.admit(caller, projectId);
    const { store, looks } = this.services;
    const at = await this.at(asOf, asKnown);
    if (asOf !== undefined || asKnown !== undefined) await looks.record(caller, 'project', projectId, asOf, asKnown);
    const { project, version } = await projectAt(store, projectId, at);
    if (project.phase === 'none') return unknown();
    const last = (await store.readStream(PROJECT_STREAM + projectId, version - 1))[0]!;
    const now = asOf === undefined && asKnown === undefined;
    return {
      id: projectId,
      version,
      position: Number(last.position),
      asOf: at.day,
      state: project,
      arrived: arrivedOf(project),
      allowed: now ? allowedTo(caller, project) : [],
    };
  }

  async explain(caller: Caller, projectId: string, { asOf, asKnown }: AsOfQuery): Promise<Explanation> {
    await this.admit(caller, projectId);
    return (
      (await explain(this.services.store, await this.services.rules(), projectId, await this.at(asOf, asKnown))) ??
      unknown()
    );
  }

  async history(
    caller: Caller,
    projectId: string,
    asKnown: string | undefined,
  ): Promise<{
    readonly project: { readonly id: string; readonly code: string; readonly name: string };
    readonly events: readonly HistoryEntry[];
  }> {
    await this.admit(caller, projectId);
    const { store, looks } = this.services;
    const at = await this.at(undefined, asKnown);
    await looks.record(caller, 'history', projectId, undefined, asKnown);
    const { project } = await projectAt(store, projectId, at);
    if (project.phase === 'none') return unknown();
    const events = (await historyOf(store, projectId)).filter(
      ({ position }) => at.position === null || BigInt(position) <= at.position,
    );
    return { project: { id: projectId, code: project.code, name: project.title }, events };
  }

  private async at(asOf: IsoDate | undefined, asKnown: string | undefined): Promise<AsOf> {
    return {
      day: asOf ?? dayInShanghai(this.services.now().toISOString()),
      position: await instantPosition(this.services.store, asKnown),
    };
  }
}

const unknown = (): never => {
  throw new Rejected('project-unknown', REJECTIONS['project-unknown']);
};

const answerOf = (projectId: string, { version, position, events, repeated }: Handled): CommandAnswer => ({
  projectId,
  version,
  position: position === null ? null : Number(position),
  events: events.map(({ event }) => event.type),
  repeated,
});

/** The commands this caller can give in this phase: from the tables that decide, so that the page offers nothing that would be refused for its phase or role. */
export const allowedTo = (caller: Caller, project: KnownProject): readonly AllowedCommand[] => {
  const now = offered(project);
  return OFFERED.filter((type) => now.includes(type) && may(caller, COMMAND_NEEDS[type])).map((type) => ({
    type,
    path: kebab(type),
  }));
};

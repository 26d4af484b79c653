import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidOf } from 'uuid';
import { MATTER_REJECTIONS, offeredFor, readCommand, Rejected, type AnyMatter, type MatterCommand } from '#domain';
import type { Handled } from '#event-store';
import { may, matterNeeds, type Caller } from '#identity';
import { findMatter, listMatters, type MatterRow } from '#projections';
import { idempotencyKey, ifMatch } from '../projects/headers.ts';
import { kebab } from '../projects/project-commands.ts';
import { commandKey } from '../projects/project-aggregate.ts';
import type { CommandHeaders } from '../projects/project-desk.ts';
import { SERVICES, type Services } from '../office.ts';
import { completing } from './completing.ts';
import { MatterContext } from '../../../../apps/api/src/matter.handler.ts';
import type { MatterRoute } from './matter-commands.ts';
import type { MatterQuery } from './queries.ts';

const IDS = '0b1f5a64-0f4d-4a0e-8f62-6f0a2c9be1b7'; // namespace of ids that follow from an idempotency key

export interface MatterAnswer {
  readonly id: string;
  readonly version: number;
  readonly position: number | null;
  readonly events: readonly string[];
  readonly repeated: boolean;
}
export interface ShownMatter extends MatterRow {
  readonly allowed: readonly { readonly type: string; readonly path: string }[];
}

/** Matters opened, worked off and shown, for one caller at a time. */
@Injectable()
export class MatterDesk {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly bus: CommandBus,
  ) {}

  open(caller: Caller, route: MatterRoute, body: unknown, headers: CommandHeaders): Promise<MatterAnswer> {
    const key = idempotencyKey(headers['idempotency-key']);
    return this.give(caller, route, uuidOf(`${caller.account}/${key}`, IDS), body, {
      ...headers,
      'idempotency-key': key,
    });
  }

  async give(
    caller: Caller,
    { matter, type, commandClass, opens }: MatterRoute,
    id: string,
    body: unknown,
    headers: CommandHeaders,
  ): Promise<MatterAnswer> {
    const { services } = this;
    const key = commandKey(caller.account, idempotencyKey(headers['idempotency-key']), type, body);
    const visible = opens || (await this.sees(caller, matter, id));
    const full = await completing(services, caller, type, id, body);
    const command = readCommand(commandClass as new () => MatterCommand & object, full);
    const { today } = await services.circumstances();
    const { policyOn, calendar } = await services.rules();
    new MatterContext(
      {
        matter,
        id,
        key,
        visible,
        situation: { today, actor: { user: caller.user, unit: caller.unit }, policyOn, calendar },
      },
      ifMatch(headers['if-match']),
    ).attachTo(command);
    const handled = await this.bus.execute<MatterCommand, Handled>(command);
    await services.followUps(handled.events);
    return {
      id,
      version: handled.version,
      position: handled.position === null ? null : Number(handled.position),
      events: handled.events.map(({ event }) => event.type),
      repeated: handled.repeated,
    };
  }

  async list(
    caller: Caller,
    matter: AnyMatter,
    asked: MatterQuery,
  ): Promise<{ readonly kind: string; readonly rows: readonly MatterRow[]; readonly next: string | null }> {
    const { services } = this;
    await services.matters.catchUp();
    const units = asked.unit === undefined ? null : ((await services.unitNames()).subtree(asked.unit) ?? [asked.unit]);
    const { rows, next } = await listMatters(services.pool, {
      kind: matter.name,
      scope: await services.visibleTo(caller),
      open: asked.open === undefined ? undefined : asked.open === 'true',
      units,
      project: asked.project,
      state: asked.state,
      level: asked.level,
      person: asked.person,
      dueBefore: asked.overdue === undefined ? undefined : (await services.circumstances()).today,
      words: asked.q,
      limit: asked.limit ?? 50,
      after: asked.cursor ?? null,
    });
    return { kind: matter.name, rows, next };
  }

  async show(caller: Caller, matter: AnyMatter, id: string): Promise<ShownMatter> {
    await this.services.matters.catchUp();
    const row = await this.find(caller, matter, id);
    if (row === undefined) throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
    return {
      ...row,
      allowed: offeredFor(matter, row.state)
        .filter((type) => may(caller, matterNeeds(type)))
        .map((type) => ({ type, path: kebab(type) })),
    };
  }

  private async sees(caller: Caller, matter: AnyMatter, id: string): Promise<boolean> {
    const scope = await this.services.visibleTo(caller);
    if (scope.all) return true;
    await this.services.matters.catchUp();
    return (await this.find(caller, matter, id)) !== undefined;
  }

  private async find(caller: Caller, matter: AnyMatter, id: string): Promise<MatterRow | undefined> {
    return findMatter(this.services.pool, matter.name, id, await this.services.visibleTo(caller));
  }
}

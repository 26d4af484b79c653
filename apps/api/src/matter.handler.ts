import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AsyncContext, CommandBus } from '@nestjs/cqrs';
import { MATTERS, type MatterCommand } from '#domain';
import { commandHandler, type Handled } from '#event-store';
import { bindAll } from './on-bus.ts';
import { SERVICES, type Services } from '../../../libs/office/src/office.ts';
import { matterAggregate, type MatterOrder } from '../../../libs/office/src/matters/matter-aggregate.ts';
import { MATTER_ROUTES } from '../../../libs/office/src/matters/matter-commands.ts';

/** What stands around a matter's command on the bus. */
export class MatterContext extends AsyncContext {
  constructor(
    readonly order: Omit<MatterOrder, 'command'>,
    readonly ifVersion: number | null,
  ) {
    super();
  }
}

/** The one handler of the commands of all matters. */
@Injectable()
export class MatterCommandHandler implements OnModuleInit {
  private readonly handle: Readonly<Record<string, (order: MatterOrder, ifVersion: number | null) => Promise<Handled>>>;

  constructor(
    @Inject(SERVICES) services: Services,
    private readonly bus: CommandBus,
  ) {
    this.handle = Object.fromEntries(
      Object.values(MATTERS).map((matter) => [
        matter.name,
        commandHandler(services.store, matterAggregate(matter), 5_000),
      ]),
    );
  }

  onModuleInit(): void {
    bindAll(
      this.bus,
      this,
      MATTER_ROUTES.map(({ commandClass }) => commandClass),
    );
  }

  execute(command: MatterCommand): Promise<Handled> {
    const { order, ifVersion } = AsyncContext.of(command) as MatterContext;
    return this.handle[order.matter.name]!({ ...order, command }, ifVersion);
  }
}

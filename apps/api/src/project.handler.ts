import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AsyncContext, CommandBus } from '@nestjs/cqrs';
import { commandHandler, type Handled } from '#event-store';
import { PROJECT_COMMANDS, type ProjectCommand } from '#domain';
import { SERVICES, type Services } from '../../../libs/office/src/office.ts';
import { bindAll } from './on-bus.ts';
import { projectAggregate, type ProjectOrder } from '../../../libs/office/src/projects/project-aggregate.ts';

/** What stands around a command on the bus: all of the order but the command itself, and the version the asker has seen. */
export class OrderContext extends AsyncContext {
  constructor(
    readonly order: Omit<ProjectOrder, 'command'>,
    readonly ifVersion: number | null,
  ) {
    super();
  }
}

/** The one handler of every project command. */
@Injectable()
export class ProjectCommandHandler implements OnModuleInit {
  private readonly handle: ReturnType<typeof commandHandler<ProjectOrder, unknown>>;

  constructor(
    @Inject(SERVICES) services: Services,
    private readonly bus: CommandBus,
  ) {
    this.handle = commandHandler(services.store, projectAggregate);
  }

  onModuleInit(): void {
    bindAll(this.bus, this, Object.values(PROJECT_COMMANDS));
  }

  execute(command: ProjectCommand): Promise<Handled> {
    const context = AsyncContext.of(command) as OrderContext;
    return this.handle({ ...context.order, command }, context.ifVersion);
  }
}

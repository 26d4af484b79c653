import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { AccessGuard } from './access/access.guard.ts';
import { AccountController, TokenController } from './routes/account.controller.ts';
import { NamesInterceptor } from './http/names.interceptor.ts';
import { SessionController } from './routes/session.controller.ts';
import { AuditController } from './routes/audit.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ChannelController } from './routes/channel.controller.ts';
import { ImportController } from './routes/import.controller.ts';
import { ListController } from './routes/list.controller.ts';
import { MatterCatalogueController, MatterController } from './routes/matter.controller.ts';
import { MatterDesk } from '../../../libs/office/src/matters/matter-desk.ts';
import { MatterCommandHandler } from './matter.handler.ts';
import { HealthController } from './routes/health.controller.ts';
import { logging } from './http/logging.ts';
import { OrganisationController } from './routes/organisation.controller.ts';
import { ForwardController } from './routes/forward.controller.ts';
import { ForwardDesk } from '../../../libs/office/src/policy/forward-desk.ts';
import { CalendarFileController } from './routes/calendar-file.controller.ts';
import { PolicyController } from './routes/policy.controller.ts';
import {
  CommandCatalogueController,
  ProjectCommandController,
  ProjectController,
} from './routes/project.controller.ts';
import { ProjectDesk } from '../../../libs/office/src/projects/project-desk.ts';
import { ProjectCommandHandler } from './project.handler.ts';
import { Inbox } from '../../../libs/office/src/reminders/inbox.ts';
import { ReminderController } from './routes/reminder.controller.ts';
import { ReminderDesk } from '../../../libs/office/src/reminders/reminder-desk.ts';
import { SupervisionController } from './routes/supervision.controller.ts';
import { SERVICES, type Services } from '../../../libs/office/src/office.ts';

@Module({})
export class ApiModule {
  static with(services: Services): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        TerminusModule.forRoot({ logger: false }),
        LoggerModule.forRoot(logging(services.config.logLevel)),
      ],
      controllers: [
        SessionController,
        AccountController,
        TokenController,
        ProjectController,
        ProjectCommandController,
        CommandCatalogueController,
        ListController,
        OrganisationController,
        ImportController,
        AuditController,
        HealthController,
        PolicyController,
        CalendarFileController,
        ForwardController,
        SupervisionController,
        ChannelController,
        MatterController,
        MatterCatalogueController,
        ReminderController,
      ],
      providers: [
        { provide: SERVICES, useValue: services },
        ProjectCommandHandler,
        ProjectDesk,
        MatterCommandHandler,
        MatterDesk,
        Inbox,
        ReminderDesk,
        ForwardDesk,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: NamesInterceptor },
      ],
    };
  }
}

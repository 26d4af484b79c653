import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { AccessGuard } from './access/access.guard.ts';
import { AccountController, TokenController } from './accounts/account.controller.ts';
import { NamesInterceptor } from './accounts/names.interceptor.ts';
import { SessionController } from './accounts/session.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ChannelController } from './channels/channel.controller.ts';
import { ImportController } from './imports/import.controller.ts';
import { ListController } from './lists/list.controller.ts';
import { MatterCatalogueController, MatterController } from './matters/matter.controller.ts';
import { MatterDesk } from './matters/matter-desk.ts';
import { MatterCommandHandler } from './matters/matter.handler.ts';
import { HealthController } from './operation/health.controller.ts';
import { logging } from './operation/logging.ts';
import { OrganisationController } from './organisation/organisation.controller.ts';
import { ForwardController } from './policy/forward.controller.ts';
import { ForwardDesk } from './policy/forward-desk.ts';
import { CalendarFileController } from './policy/calendar-file.controller.ts';
import { PolicyController } from './policy/policy.controller.ts';
import {
  CommandCatalogueController,
  ProjectCommandController,
  ProjectController,
} from './projects/project.controller.ts';
import { ProjectDesk } from './projects/project-desk.ts';
import { ProjectCommandHandler } from './projects/project.handler.ts';
import { Inbox } from './reminders/inbox.ts';
import { ReminderController } from './reminders/reminder.controller.ts';
import { ReminderDesk } from './reminders/reminder-desk.ts';
import { SupervisionController } from './supervision/supervision.controller.ts';
import { SERVICES, type Services } from './services.ts';

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

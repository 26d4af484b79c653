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
import { PersonalInterceptor } from './http/personal.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { CatalogueController } from './routes/catalogue.controller.ts';
import { ChannelController } from './routes/channel.controller.ts';
import { CockpitController } from './routes/cockpit.controller.ts';
import { ImportController } from './routes/import.controller.ts';
import { FigureController } from './routes/figure.controller.ts';
import { EventController } from './routes/event.controller.ts';
import { ExportController } from './routes/exports.controller.ts';
import { LiveController } from './routes/live.controller.ts';
import { ListController } from './routes/list.controller.ts';
import { MatterCatalogueController, MatterController } from './routes/matter.controller.ts';
import type { Office } from '#office';
import { OFFICE } from './office-token.ts';
import { AskHandler } from './query-bus.ts';
import { HealthController } from './routes/health.controller.ts';
import { logging } from './http/logging.ts';
import { OrganisationController } from './routes/organisation.controller.ts';
import { ForwardController } from './routes/forward.controller.ts';
import { CalendarFileController } from './routes/calendar-file.controller.ts';
import { PolicyController } from './routes/policy.controller.ts';
import {
  CommandCatalogueController,
  ProjectCommandController,
  ProjectController,
} from './routes/project.controller.ts';
import { DefinitionController } from './routes/definition.controller.ts';
import { TargetController } from './routes/target.controller.ts';
import { BoardController } from './routes/board.controller.ts';
import { PaperController } from './routes/paper.controller.ts';
import { PeriodController } from './routes/period.controller.ts';
import { BordersController } from './routes/borders.controller.ts';
import { LayoutController } from './routes/layout.controller.ts';
import { ViewController } from './routes/view.controller.ts';
import { COMMAND_HANDLERS } from './command-bus.ts';
import { IssueController, ReportController } from './routes/reports.controller.ts';
import { ReminderController } from './routes/reminder.controller.ts';
import { SupervisionController } from './routes/supervision.controller.ts';

@Module({})
export class ApiModule {
  static with(office: Office): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        TerminusModule.forRoot({ logger: false }),
        LoggerModule.forRoot(logging(office.config.logLevel)),
      ],
      controllers: [
        SessionController,
        AccountController,
        TokenController,
        ProjectController,
        ProjectCommandController,
        CommandCatalogueController,
        PaperController,
        ListController,
        BordersController,
        LayoutController,
        ViewController,
        CockpitController,
        ExportController,
        LiveController,
        FigureController,
        PeriodController,
        BoardController,
        TargetController,
        DefinitionController,
        OrganisationController,
        ImportController,
        AuditController,
        EventController,
        CatalogueController,
        HealthController,
        PolicyController,
        CalendarFileController,
        ForwardController,
        SupervisionController,
        ChannelController,
        MatterController,
        MatterCatalogueController,
        ReminderController,
        ReportController,
        IssueController,
      ],
      providers: [
        { provide: OFFICE, useValue: office },
        ...COMMAND_HANDLERS,
        AskHandler,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: NamesInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PersonalInterceptor },
      ],
    };
  }
}

import { Body, Controller, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { field, FreezeReport, PublishTemplate, readCommand } from '#domain';
import type { Caller } from '#identity';
import {
  freeze,
  frozenIssues,
  giveTemplate,
  PreviewReport,
  previewReport,
  questionOf,
  reportList,
  reportNamed,
  ReportQuery,
  reproduce,
  restatements,
  showReport,
  showTemplate,
  type Given,
  type Office,
  type PrintedReport,
} from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { sendFile, typeOf } from '../http/sending.ts';
import { OFFICE } from '../office-token.ts';
import { ref, type Schema } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { KEY_HEADER } from './offer.ts';

const FILE: Schema = { type: 'string', format: 'binary' };
const ANY_FILE = 'application/octet-stream';

const send = (response: Response, { format, name, bytes }: PrintedReport): void =>
  sendFile(response, typeOf(format), name, [bytes]);

class SinceQuery {
  @field.text({ zh: '自此文号起', en: 'From this number on', optional: true, max: 60 }) since?: string;
}

const TEMPLATE = questionOf((office, _caller, report: ReturnType<typeof reportNamed>) => showTemplate(office, report));
const ISSUES = questionOf((office, caller, _asked: null) => frozenIssues(office, caller));

@Controller('api/reports')
export class ReportController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'reports',
    does: { zh: '可以生成的报告', en: 'The reports that there are' },
    needs: 'see-projects',
    answers: ref('Reports'),
  })
  names() {
    return { reports: reportList() };
  }

  @Route.get(':name', {
    id: 'report',
    does: {
      zh: '一份报告：文字、表格，每个数字及其由来',
      en: 'A report: text, tables, and each figure with what it follows from',
    },
    needs: 'see-projects',
    query: ReportQuery,
    answers: ref('Report'),
    refuses: [422],
  })
  async report(@Asker() caller: Caller, @Param('name') name: string, @Query() query: Record<string, unknown>) {
    const asked = { ...readQuery(ReportQuery, query), name: reportNamed(name), format: 'json' as const };
    return (await this.queries.execute(new Ask(caller, showReport, asked))).report;
  }

  @Route.get(':name/file', {
    id: 'reportFile',
    does: { zh: '一份报告的文件（docx、xlsx、html、pdf）', en: 'A report as a file' },
    needs: 'see-projects',
    query: ReportQuery,
    answers: FILE,
    produces: ANY_FILE,
    refuses: [422, 503],
  })
  async file(
    @Asker() caller: Caller,
    @Param('name') name: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ) {
    const { format = 'docx', ...asked } = readQuery(ReportQuery, query);
    send(
      response,
      await this.queries.execute(new Ask(caller, showReport, { ...asked, name: reportNamed(name), format })),
    );
  }

  @Route.get(':name/template', {
    id: 'reportTemplate',
    does: { zh: '报告的模板', en: 'The template of a report' },
    needs: 'see-projects',
    answers: ref('ReportTemplate'),
  })
  template(@Asker() caller: Caller, @Param('name') name: string) {
    return this.queries.execute(new Ask(caller, TEMPLATE, reportNamed(name)));
  }

  @Route.post(':name/template', {
    id: 'publishTemplate',
    does: { zh: '发布报告模板（已印发的文件不变）', en: 'Publish a template; issues keep theirs' },
    needs: 'keep-policy',
    body: PublishTemplate,
    headers: KEY_HEADER,
    answers: ref('ReportTemplate'),
  })
  publish(@Giving() given: Given, @Param('name') name: string) {
    const body = readCommand(PublishTemplate, given.body);
    return giveTemplate(this.office, { ...given, report: reportNamed(name), body });
  }

  @Route.post(':name/preview', {
    id: 'previewReport',
    does: { zh: '用一个未发布的模板预览报告', en: 'A report by a template that nobody has published' },
    needs: 'see-projects',
    body: PreviewReport,
    answers: ref('Report'),
  })
  async preview(@Asker() caller: Caller, @Param('name') name: string, @Body() body: unknown) {
    const asked = { ...readCommand(PreviewReport, body), name: reportNamed(name) };
    return (await this.queries.execute(new Ask(caller, previewReport, asked))).report;
  }

  @Route.post(':name/freeze', {
    id: 'freezeReport',
    does: {
      zh: '以文号定稿：此后按原样重现',
      en: 'Freeze a report under a number: it is printed again just so for ever',
    },
    needs: 'supervise',
    body: FreezeReport,
    headers: KEY_HEADER,
    answers: ref('Frozen'),
    refuses: [409],
  })
  async freeze(@Giving() given: Given, @Param('name') name: string) {
    const body = readCommand(FreezeReport, given.body);
    return { issue: await freeze(this.office, { ...given, report: reportNamed(name), body }) };
  }
}

@Controller('api')
export class IssueController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('frozen-issues', {
    id: 'frozenIssues',
    does: { zh: '已定稿的文件', en: 'Issues that were frozen' },
    needs: 'see-projects',
    answers: ref('FrozenIssues'),
  })
  async all(@Asker() caller: Caller) {
    return { issues: await this.queries.execute(new Ask(caller, ISSUES, null)) };
  }

  @Route.get('frozen-issues/:number', {
    id: 'reproduceIssue',
    does: { zh: '重印一份文件，并核对是否一字不差', en: 'Print an issue again and say whether it is the same' },
    needs: 'see-projects',
    answers: ref('Reproduced'),
  })
  async reproduced(@Asker() caller: Caller, @Param('number') number: string) {
    const { file, same } = await this.queries.execute(new Ask(caller, questionOf(reproduce), number));
    return { number, sha256: file.sha256, same };
  }

  @Route.get('frozen-issues/:number/file', {
    id: 'frozenIssueFile',
    does: { zh: '一份文件的原样', en: 'An issue as it left the house' },
    needs: 'see-projects',
    answers: FILE,
    produces: ANY_FILE,
  })
  async file(@Asker() caller: Caller, @Param('number') number: string, @Res() response: Response) {
    send(response, (await this.queries.execute(new Ask(caller, questionOf(reproduce), number))).file);
  }

  @Route.get('restatements', {
    id: 'restatements',
    does: { zh: '印发后变动的数字及其原因', en: 'Printed figures that are otherwise now, and because of which events' },
    needs: 'see-projects',
    query: SinceQuery,
    answers: ref('Restatements'),
    refuses: [404],
  })
  restated(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    const since = readQuery(SinceQuery, query).since ?? null;
    return this.queries.execute(new Ask(caller, questionOf(restatements), since));
  }
}

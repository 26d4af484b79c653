import { Body, Controller, Inject, Param, Res, UseInterceptors, UploadedFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Response } from 'express';
import { field, readCommand } from '#domain';
import type { Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import {
  admitImporter,
  approveImport,
  importKnown,
  showImport,
  showImportResult,
  showPastImport,
  showPastImports,
  takeBackImport,
  takenBackSoFar,
  type ImportStatus,
  type Office,
} from '#office';
import { HttpRefused } from '../http/refusals.ts';
import { OFFICE } from '../office-token.ts';
import { FIELD_NAMES, FIELDS, RevertImport } from '#imports';
import { count, flag, listOf, object, orNull, ref, text, type Schema } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';
import { LONGEST_SAID, nameOf, Uploading, type Stored } from '../http/uploading.ts';

class ImportOptions {
  @field.choice(['true', 'false'], { zh: '试导入', en: 'Dry run', optional: true }) dryRun?: string;
  @field.text({ zh: '只导入此工作表', en: 'Only this sheet', optional: true, max: 100 }) sheet?: string;
  @field.longText({ zh: '列对应（JSON）', en: 'Mapping (JSON)', optional: true, max: LONGEST_SAID }) mapping?: string;
  @field.longText({
    zh: '对待定行的决定（JSON）',
    en: 'Decisions about rows that wait (JSON)',
    optional: true,
    max: LONGEST_SAID,
  })
  decisions?: string;
  @field.choice(['true', 'false'], { zh: '记住列对应', en: 'Remember the mapping', optional: true }) remember?: string;
}

const FILE: Schema = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    dryRun: { ...flag, description: '试导入：只看结果，不写入' },
    sheet: text,
    mapping: { ...text, description: 'JSON' },
    decisions: { ...text, description: 'JSON' },
    remember: { ...flag, description: '记住列对应，下次同样表头的文件自动使用' },
  },
};

/** A field of the form that holds JSON: an object or a list. */
const jsonIn = (json: string | undefined, name: 'mapping' | 'decisions'): object | undefined => {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    /* answered below */
  }
  throw new HttpRefused('malformed-json', name);
};

@Controller('api/imports')
export class ImportController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.post('', {
    id: 'startImport',
    does: { zh: '导入台账（可先试导入）', en: 'Import a ledger, or try it first' },
    needs: 'import',
    file: FILE,
    status: 202,
    answers: ref('ImportStatus'),
    refuses: [413, 415, 422],
  })
  @UseInterceptors(Uploading(({ imports }) => imports.folder))
  async start(@Asker() caller: Caller, @UploadedFile() file: Stored | undefined, @Body() body: object | undefined) {
    if (file === undefined) throw new HttpRefused('file-missing', 'file');
    try {
      admitImporter(caller);
      const { dryRun, sheet, remember, ...json } = readCommand(ImportOptions, { ...body });
      const [mapping, decisions] = [jsonIn(json.mapping, 'mapping'), jsonIn(json.decisions, 'decisions')];
      return await this.office.imports.start(caller, {
        path: file.path,
        name: nameOf(file),
        dryRun: dryRun === 'true',
        ...(sheet === undefined ? {} : { sheet }),
        ...(mapping === undefined ? {} : { mapping }),
        ...(decisions === undefined ? {} : { decisions }),
        ...(remember === 'true' ? { remember: true } : {}),
      });
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
  }

  @Route.get('', {
    id: 'imports',
    does: { zh: '历次导入', en: 'Imports so far' },
    needs: 'see-projects',
    answers: object({ imports: listOf(ref('PastImport')) }),
  })
  list(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showPastImports, {}));
  }

  @Route.get('fields', {
    id: 'importFields',
    does: { zh: '可以对应的字段', en: 'The fields that a column can be' },
    needs: 'import',
    answers: object({ fields: listOf(object({ name: text, nature: text, zh: text, en: text })) }),
  })
  fields() {
    return { fields: FIELD_NAMES.map((name) => ({ name, ...FIELDS[name] })) };
  }

  @Route.get('past/:id', {
    id: 'pastImport',
    does: { zh: '一次导入写入的内容', en: 'What an import wrote' },
    needs: 'see-projects',
    answers: object({ import: ref('PastImport'), projects: listOf(ref('ImportedProject')) }),
  })
  past(@Asker() caller: Caller, @Param('id') id: string) {
    return this.queries.execute(new Ask(caller, showPastImport, { id }));
  }

  @Route.get('past/:id/taken-back', {
    id: 'takenBackSoFar',
    does: {
      zh: '撤回进行到第几个项目；没有正在撤回的，为空',
      en: 'How far the taking back of an import is, in projects; null where none is under way',
    },
    needs: 'import',
    answers: object({ projects: orNull(count) }),
  })
  takenBack(@Asker() caller: Caller, @Param('id') id: string) {
    return this.queries.execute(new Ask(caller, takenBackSoFar, { id }));
  }

  @Route.post('past/:id/revert', {
    id: 'revertImport',
    does: { zh: '撤回一次导入', en: 'Take an import back' },
    needs: 'import',
    body: RevertImport,
    answers: ref('RevertedImport'),
    refuses: [404, 422],
  })
  revert(@Asker() caller: Caller, @Param('id') id: string, @Body() body: object) {
    return takeBackImport(this.office, caller, id, readCommand(RevertImport, body).reason);
  }

  @Route.post('past/:id/approve', {
    id: 'approveImport',
    does: {
      zh: '由第二人批准：把等待的行记入已关账的月份（再次导入同一文件时写入）',
      en: 'As a second person, let the rows that wait into closed months; they are recorded when the same file is imported again',
    },
    needs: 'decide',
    answers: object({ rows: count }),
    refuses: [404, 422],
  })
  approve(@Asker() caller: Caller, @Param('id') id: string) {
    return approveImport(this.office, caller, id);
  }

  @Route.get(':id', {
    id: 'importStatus',
    does: { zh: '导入进度与结果', en: 'Progress and outcome of an import' },
    needs: 'import',
    answers: ref('ImportStatus'),
  })
  status(@Asker() caller: Caller, @Param('id') id: string) {
    return this.queries.execute(new Ask(caller, showImport, { id }));
  }

  @Route.get(':id/progress', {
    id: 'importProgress',
    does: { zh: '导入进度（事件流）', en: 'Progress of an import as server-sent events' },
    needs: 'import',
    answers: text,
    produces: 'text/event-stream',
  })
  async progress(@Asker() caller: Caller, @Param('id') id: string, @Res() response: Response) {
    let stop: (() => void) | null = null;
    const status = await this.status(caller, id);
    response
      .status(200)
      .set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      .flushHeaders();
    const send = (now: ImportStatus): void => {
      response.write(`data: ${JSON.stringify(now)}\n\n`);
      if (now.state !== 'waiting' && now.state !== 'running') {
        stop?.();
        response.end();
      }
    };
    send(status);
    if (response.writableEnded) return;
    response.on('close', () => {
      stop?.();
    });
    stop = await this.office.imports.follow(caller, id, send);
    if (response.closed || response.writableEnded) stop?.();
  }

  @Route.post(':id/stop', {
    id: 'stopImport',
    does: {
      zh: '停止导入（已写入的保留，再次导入同一文件从停下处继续）',
      en: 'Stop an import; the same file goes on from there',
    },
    needs: 'import',
    answers: ref('ImportStatus'),
    refuses: [404],
  })
  async stop(@Asker() caller: Caller, @Param('id') id: string) {
    return importKnown(await this.office.imports.stop(caller, id));
  }

  @Route.get(':id/result', {
    id: 'importResult',
    does: { zh: '下载结果工作簿（退回、待定、有疑点的行）', en: 'The workbook of rejected, held and doubtful rows' },
    needs: 'import',
    answers: { type: 'string', format: 'binary' },
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  async result(@Asker() caller: Caller, @Param('id') id: string, @Res() response: Response) {
    const { path, name } = await this.queries.execute(new Ask(caller, showImportResult, { id }));
    response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').attachment(name);
    createReadStream(path)
      .on('error', () => {
        response.destroy();
      })
      .pipe(response);
  }
}

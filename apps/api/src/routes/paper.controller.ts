import { Controller, Param, Query, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import type { Caller } from '#identity';
import { AsOfQuery, readPaper, showPapers, type Given } from '#office';
import { Asker, Giving, Route } from '../access/route.ts';
import { AttachPaperCommand } from '../command-bus.ts';
import { readQuery } from '../http/body.ts';
import { HttpRefused } from '../http/refusals.ts';
import { sendFile } from '../http/sending.ts';
import { nameOf, Uploading, type Stored } from '../http/uploading.ts';
import { ref, text, type Schema } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';

const FILE: Schema = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, kind: { ...text, description: '材料种类' } },
};
const BYTES = 'application/octet-stream'; // whatever a file says of itself: a browser saves it and runs nothing

/** The papers of a project: attached, listed, downloaded, never removed. */
@Controller('api/projects/:id/papers')
export class PaperController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Route.get('', {
    id: 'papers',
    does: { zh: '项目的材料', en: 'The papers of a project' },
    needs: 'see-projects',
    query: AsOfQuery,
    answers: ref('Papers'),
  })
  all(@Asker() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, showPapers, { id, ...readQuery(AsOfQuery, query) }));
  }

  @Route.post('', {
    id: 'attachPaper',
    does: { zh: '上传一份材料', en: 'Attach a paper' },
    needs: 'answer', // also the head of a unit, who records no facts but answers an order with a photograph
    file: FILE,
    headers: { 'Idempotency-Key': 'Given twice, a file is attached once · 幂等键' },
    status: 201,
    answers: ref('Paper'),
    refuses: [404, 413, 415, 422],
  })
  @UseInterceptors(Uploading(({ papers }) => papers.folder.incoming))
  attach(
    @Giving() { caller, key, body }: Given,
    @Param('id') project: string,
    @UploadedFile() file: Stored | undefined,
  ) {
    if (file === undefined) throw new HttpRefused('file-missing', 'file');
    const given = {
      caller,
      project,
      key,
      file: file.path,
      name: nameOf(file),
      body: { ...(body as object | undefined) },
    };
    return this.commands.execute(new AttachPaperCommand(given));
  }

  @Route.get(':sha256', {
    id: 'paper',
    does: { zh: '下载一份材料', en: 'One paper as a file' },
    needs: 'see-projects',
    answers: { type: 'string', format: 'binary' },
    produces: BYTES,
  })
  async one(
    @Asker() caller: Caller,
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ) {
    const { name, bytes, content } = await this.queries.execute(new Ask(caller, readPaper, { id, sha256 }));
    response.setHeader('Content-Length', String(bytes));
    sendFile(response, BYTES, name, content);
  }
}

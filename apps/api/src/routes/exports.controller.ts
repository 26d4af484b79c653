import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Caller } from '#identity';
import { ask, exportList, ExportQuery, type Office } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { languageOf } from '../http/language.ts';
import { sendFile, XLSX } from '../http/sending.ts';
import { OFFICE } from '../office-token.ts';

@Controller('api')
export class ExportController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('lists/:name/export', {
    id: 'exportList',
    does: { zh: '导出一份清单（Excel）', en: 'A list as a workbook' },
    needs: 'see-projects',
    query: ExportQuery,
    answers: { type: 'string', format: 'binary' },
    produces: XLSX,
  })
  async list(
    @Asker() caller: Caller,
    @Param('name') name: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const asked = { ...readQuery(ExportQuery, query), name, language: languageOf(request) };
    const file = await ask(this.office, caller, exportList, asked);
    sendFile(response, XLSX, file.name, file.bytes);
  }
}

import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import type { Caller } from '#identity';
import { exportIndicators, exportList, ExportQuery, exportStructure, IndicatorsQuery, StructureQuery } from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { languageOf } from '../http/language.ts';
import { sendFile, XLSX } from '../http/sending.ts';
import type { Schema } from '../openapi/schema.ts';
import { Ask } from '../query-bus.ts';

const FILE: Schema = { type: 'string', format: 'binary' };

@Controller('api')
export class ExportController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('lists/:name/export', {
    id: 'exportList',
    does: { zh: '导出一份清单（Excel）', en: 'A list as a workbook' },
    needs: 'see-projects',
    query: ExportQuery,
    answers: FILE,
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
    const file = await this.queries.execute(new Ask(caller, exportList, asked));
    sendFile(response, XLSX, file.name, file.bytes);
  }

  @Route.get('indicators/export', {
    id: 'exportIndicators',
    does: {
      zh: '导出指标表及每个数字的构成（Excel）',
      en: 'The indicator table as a workbook, with what stands behind each figure',
    },
    needs: 'see-projects',
    query: IndicatorsQuery,
    answers: FILE,
    produces: XLSX,
  })
  async indicators(
    @Asker() caller: Caller,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const asked = { ...readQuery(IndicatorsQuery, query), language: languageOf(request) };
    const file = await this.queries.execute(new Ask(caller, exportIndicators, asked));
    sendFile(response, XLSX, file.name, file.bytes);
  }

  @Route.get('structure/export', {
    id: 'exportStructure',
    does: { zh: '导出结构分析及其构成（Excel）', en: 'The structure table as a workbook, with what stands behind it' },
    needs: 'see-projects',
    query: StructureQuery,
    answers: FILE,
    produces: XLSX,
  })
  async structure(
    @Asker() caller: Caller,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const asked = { ...readQuery(StructureQuery, query), language: languageOf(request) };
    const file = await this.queries.execute(new Ask(caller, exportStructure, asked));
    sendFile(response, XLSX, file.name, file.bytes);
  }
}

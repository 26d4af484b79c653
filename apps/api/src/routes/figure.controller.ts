import { Controller, Inject, Param, Query } from '@nestjs/common';
import type { Caller } from '#identity';
import {
  dwell,
  FigureQuery,
  FiguresQuery,
  forecast,
  funnel,
  indicators,
  IndicatorsQuery,
  openFigure,
  structure,
  StructureQuery,
  type Office,
} from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { OFFICE } from '../office-token.ts';
import { ref } from '../openapi/schema.ts';

@Controller('api')
export class FigureController {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  @Route.get('indicators', {
    id: 'indicators',
    does: { zh: '指标表', en: 'The indicator table' },
    needs: 'see-projects',
    query: IndicatorsQuery,
    answers: ref('Indicators'),
  })
  indicators(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return indicators(this.office, caller, readQuery(IndicatorsQuery, query));
  }

  @Route.get('structure', {
    id: 'structure',
    does: { zh: '结构分析', en: 'Of what the signed, started or arrived consists' },
    needs: 'see-projects',
    query: StructureQuery,
    answers: ref('Structure'),
  })
  structure(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return structure(this.office, caller, readQuery(StructureQuery, query));
  }

  @Route.get('dwell', {
    id: 'dwell',
    does: {
      zh: '各阶段停留时间，含仍在进行的',
      en: 'How long projects stay in each phase, those still there included',
    },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Dwell'),
  })
  dwell(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return dwell(this.office, caller, readQuery(FiguresQuery, query));
  }

  @Route.get('funnel', {
    id: 'funnel',
    does: { zh: '漏斗：各月登记的项目走到了哪一步', en: 'Of what was registered in each month, how much came how far' },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Funnel'),
  })
  funnel(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return funnel(this.office, caller, readQuery(FiguresQuery, query));
  }

  @Route.get('forecast', {
    id: 'forecast',
    does: { zh: '开工预测：各月预计开工及依据', en: 'Starts expected month by month, and why' },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Forecast'),
  })
  forecast(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return forecast(this.office, caller, readQuery(FiguresQuery, query));
  }

  @Route.get('figures/:metric', {
    id: 'openFigure',
    does: { zh: '一个数字的构成', en: 'What a figure is made of' },
    needs: 'see-projects',
    query: FigureQuery,
    answers: ref('OpenedFigure'),
    refuses: [404],
  })
  figure(@Asker() caller: Caller, @Param('metric') metric: string, @Query() query: Record<string, unknown>) {
    return openFigure(this.office, caller, metric, readQuery(FigureQuery, query));
  }
}

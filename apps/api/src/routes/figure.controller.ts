import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '#identity';
import {
  dwell,
  FigureQuery,
  FiguresQuery,
  forecast,
  funnel,
  indicators,
  IndicatorsQuery,
  openedFigure,
  structure,
  StructureQuery,
  questionOf,
} from '#office';
import { Asker, Route } from '../access/route.ts';
import { readQuery } from '../http/body.ts';
import { Ask } from '../query-bus.ts';
import { ref } from '../openapi/schema.ts';

const EXPECTED = questionOf((office, caller, query: FiguresQuery) => forecast(office, caller, query));

/** Figures of a period, each opened into what it is made of. */
@Controller('api')
export class FigureController {
  constructor(private readonly queries: QueryBus) {}

  @Route.get('indicators', {
    id: 'indicators',
    does: { zh: '指标表', en: 'The indicator table' },
    needs: 'see-projects',
    query: IndicatorsQuery,
    answers: ref('Indicators'),
  })
  indicators(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, questionOf(indicators), readQuery(IndicatorsQuery, query)));
  }

  @Route.get('structure', {
    id: 'structure',
    does: { zh: '结构分析', en: 'Of what the signed, started or arrived consists' },
    needs: 'see-projects',
    query: StructureQuery,
    answers: ref('Structure'),
  })
  structure(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, questionOf(structure), readQuery(StructureQuery, query)));
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
    return this.queries.execute(new Ask(caller, questionOf(dwell), readQuery(FiguresQuery, query)));
  }

  @Route.get('funnel', {
    id: 'funnel',
    does: { zh: '漏斗：各月登记的项目走到了哪一步', en: 'Of what was registered in each month, how much came how far' },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Funnel'),
  })
  funnel(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, questionOf(funnel), readQuery(FiguresQuery, query)));
  }

  @Route.get('forecast', {
    id: 'forecast',
    does: { zh: '开工预测：各月预计开工及依据', en: 'Starts expected month by month, and why' },
    needs: 'see-projects',
    query: FiguresQuery,
    answers: ref('Forecast'),
  })
  forecast(@Asker() caller: Caller, @Query() query: Record<string, unknown>) {
    return this.queries.execute(new Ask(caller, EXPECTED, readQuery(FiguresQuery, query)));
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
    return this.queries.execute(new Ask(caller, openedFigure, { metric, query: readQuery(FigureQuery, query) }));
  }
}

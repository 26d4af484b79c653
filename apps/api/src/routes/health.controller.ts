import { Controller, Inject } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { Route } from '../access/route.ts';
import { ref } from '../openapi/schema.ts';
import { PULSE, type Office } from '#office';
import { OFFICE } from '../office-token.ts';

const PATIENCE_MS = 3_000; // a probe that says nothing for so long says no

@Controller('api/health')
export class HealthController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  @Route.get('live', {
    id: 'live',
    does: { zh: '进程在运行', en: 'The process runs' },
    needs: 'public',
    answers: ref('Health'),
  })
  live() {
    return this.health.check([]);
  }

  @Route.get('ready', {
    id: 'ready',
    does: { zh: '可以受理请求', en: 'Requests can be served' },
    needs: 'public',
    answers: ref('Health'),
    refuses: [503],
  })
  ready() {
    const probes = Object.entries(PULSE).map(([name, probe]) => async () => {
      const indicator = this.indicators.check(name);
      return Promise.race([
        probe(this.office).then(
          (detail) => indicator.up(detail),
          () => indicator.down(),
        ),
        new Promise<ReturnType<typeof indicator.down>>((answer) => {
          setTimeout(() => {
            answer(indicator.down());
          }, PATIENCE_MS).unref();
        }),
      ]);
    });
    return this.health.check(probes);
  }
}

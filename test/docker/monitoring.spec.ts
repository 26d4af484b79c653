import { officeOnPaper, readConfig, startMetering } from '#office';
import { readYaml, textOf } from './docker-files.ts';

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}
interface Dashboard {
  readonly panels: readonly {
    readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const rules = (readYaml(textOf('docker/monitoring/alerts.yaml')) as Rules).groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(textOf('docker/monitoring/dashboard.json')) as Dashboard;
const asked = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];

/** The names of an expression that are metrics of a program, histograms without their endings. */
const metricsOf = (expression: string): readonly string[] =>
  [...expression.matchAll(/\b(?:luodi|process|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/_(bucket|count)$/, ''),
  );

/** The metrics that a process really offers, by asking one (with no database: the names are there all the same). */
const offered = async (): Promise<ReadonlySet<string>> => {
  const metering = await startMetering(officeOnPaper(readConfig({ LUODI_METRICS: '127.0.0.1:0' })));
  try {
    const text = await (await fetch(`http://127.0.0.1:${metering!.port}/metrics`)).text();
    return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!));
  } finally {
    await metering!.stop();
  }
};

it('alert rules and the dashboard ask for metrics that exist, and every reading of the office is shown or watched', async () => {
  const names = await offered();
  const wanted = new Set(asked.flatMap(metricsOf));
  expect([...wanted].filter((name) => !names.has(name))).toEqual([]);
  expect([...names].filter((name) => name.startsWith('luodi_') && !wanted.has(name))).toEqual([]);
});

it('every alert says what is wrong, in both languages, and what to do', () => {
  for (const { alert, annotations } of rules) {
    expect([alert, annotations['summary']]).toEqual([alert, expect.stringMatching(/[一-鿿].* · .*[a-z]/)]);
    expect([alert, annotations['action']]).toEqual([alert, expect.stringMatching(/\w/)]);
  }
});

it('no panel of the dashboard lies over another', () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
});

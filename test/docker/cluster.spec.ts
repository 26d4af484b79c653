import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#office';
import { readYaml, root, textOf, type Compose } from './docker-files.ts';

// No container engine, Helm or cluster is at hand where these tests run: the files are rendered, read and held against the sources; nothing of them is started.

const filled = (settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'a-secret-of-the-office'),
    ]),
  );

describe('the compose file of a cluster', () => {
  const { services, volumes, networks } = readYaml(textOf('docker/compose.cluster.yaml')) as Compose & {
    readonly networks: Readonly<Record<string, object>>;
  };
  const ours = Object.entries(services).filter(([name]) => /^(luodi|worker)-\d$/.test(name));

  it('runs two servers and two workers with settings that Luodi accepts, one data folder, the log in KurrentDB', () => {
    expect(ours.map(([name]) => name)).toEqual(['luodi-1', 'luodi-2', 'worker-1', 'worker-2']);
    for (const [, { environment, volumes: kept }] of ours) {
      const config = readConfig(filled(environment));
      expect([config.worker, config.log.kind, config.trustProxy]).toEqual(['apart', 'kurrentdb', true]);
      expect(config.metrics).toMatchObject({ host: '0.0.0.0', token: 'a-secret-of-the-office' });
      expect(kept).toEqual(['files:/data']);
    }
  });
  it('names only services, volumes and networks that are there, and waits for those that tell their health', () => {
    for (const service of Object.values(services) as (Compose['services'][string] & { networks: object })[]) {
      for (const [needed, { condition }] of Object.entries(service.depends_on ?? {}))
        expect([condition, needed.startsWith('luodi') || services[needed]?.healthcheck !== undefined]).toEqual([
          'service_healthy',
          true,
        ]);
      for (const volume of service.volumes) {
        const [source = ''] = volume.split(':');
        expect(source.startsWith('./') ? source : Object.keys(volumes)).toEqual(
          source.startsWith('./')
            ? expect.stringMatching(/^\.\/(certs|proxy\.Caddyfile)$/)
            : expect.arrayContaining([source]),
        );
      }
      const joined = Array.isArray(service.networks) ? (service.networks as string[]) : Object.keys(service.networks);
      for (const network of joined) expect(Object.keys(networks)).toContain(network);
    }
  });
  it('opens one address to the outside, and no secret stands in it', () => {
    expect(Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name]))).toEqual([
      'proxy',
    ]);
    const asked = [...textOf('docker/compose.cluster.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    const offered = [...textOf('docker/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name!);
    expect(asked.filter((name) => !offered.includes(name))).toEqual([]);
  });
  it('its proxy hands on to both servers, at a route that tells their readiness', () => {
    const proxy = textOf('docker/proxy.Caddyfile');
    for (const [name] of ours.filter(([one]) => one.startsWith('luodi')))
      expect(proxy).toContain(`${name}:${readConfig({}).port}`);
    expect(proxy).toContain('/api/health/ready');
  });
});

describe('the chart', () => {
  const folder = 'docker/chart/templates';
  const values = { Values: readYaml(textOf('docker/chart/values.yaml')), Release: { Name: 'office' } };
  const valueAt = (path: string): string => {
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values);
    if (value === undefined) throw new Error(`values.yaml has no ${path}`);
    return String(value);
  };
  /** The templates use values and nothing else of Helm's language, so that this renders them as Helm does. */
  const rendered = (name: string): string =>
    textOf(`${folder}/${name}`).replace(/\{\{ \.([\w.]+) \}\}/g, (_whole, path: string) => valueAt(path));
  const objects = readdirSync(join(root, folder)).flatMap((name) =>
    rendered(name)
      .split(/^---$/m)
      .map((text) => readYaml(text) as { kind: string; metadata: { name: string }; data?: Record<string, string> }),
  );

  it('renders with its own values, and leaves nothing of a template behind', () => {
    for (const name of readdirSync(join(root, folder))) expect(rendered(name)).not.toContain('{{');
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      'ConfigMap office-settings',
      'Deployment office-server',
      'Deployment office-worker',
      'Ingress office',
      'PersistentVolumeClaim office-files',
      'Service office',
    ]);
  });
  it('sets what Luodi accepts', () => {
    const { data } = objects.find(({ kind }) => kind === 'ConfigMap')!;
    const secrets = [...rendered('server.yaml').matchAll(/name: (\w+), valueFrom/g)].map(([, name]) => name!);
    const config = readConfig({
      ...data,
      ...Object.fromEntries(secrets.map((name) => [name, 'a-secret-of-the-office'])),
      DATABASE_URL: 'postgres://luodi@database/luodi',
      REDIS_URL: 'redis://queue',
      KURRENTDB_URL: 'kurrentdb://log:2113',
    });
    expect([config.worker, config.log.kind, config.metrics?.port]).toEqual(['apart', 'kurrentdb', 9464]);
    expect(secrets).toEqual(['DATABASE_URL', 'REDIS_URL', 'KURRENTDB_URL', 'LUODI_METRICS_TOKEN']);
  });
  it('carries the version of the product', () => {
    const chart = readYaml(textOf('docker/chart/Chart.yaml')) as { readonly appVersion: string };
    expect(chart.appVersion).toBe((JSON.parse(textOf('package.json')) as { readonly version: string }).version);
    expect(textOf('docker/chart/values.yaml')).toContain(`image: luodi:${chart.appVersion}`);
  });
});

it('the script of the offline bundle can be read by the shell, and packs only what is there', () => {
  execFileSync('bash', ['-n', join(root, 'docker/bundle.sh')]);
  const [, packed = ''] = /^cp -a (.*) "\$work/m.exec(textOf('docker/bundle.sh')) ?? [];
  const made = ['dist', 'node_modules'];
  for (const name of packed.split(' ').filter((one) => !made.includes(one)))
    expect(existsSync(join(root, name))).toBe(true);
});

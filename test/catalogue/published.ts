import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersionOf } from '#domain';
import type { Shape } from '../../libs/office/src/catalogue/shape.ts';
import { STORED_SHAPES } from '../../libs/office/src/catalogue/stored-shapes.ts';
import { shapesNow } from './read-shapes.ts';
import { widens } from './widens.ts';

const FILE = 'libs/office/src/catalogue/stored-shapes.ts';
const PATH = join(__dirname, '../..', FILE);

/** One shape a line: `LeadRegistered@2` and what its data is; `CloudEvent@1` is the envelope. */
type Published = Readonly<Record<string, Shape>>;

const HEAD = `import type { Shape } from './shape.ts';

// Written by \`npm run catalogue\`. A shape a line, by the type of its event and its version; what a release has published stays for ever.
export const STORED_SHAPES: Readonly<Record<string, Shape>> = {
`;

const today = (): Published => {
  const { envelope, facts } = shapesNow();
  const named = [...facts].map(([type, shape]) => [`${type}@${schemaVersionOf(type)}`, shape] as const);
  return Object.fromEntries([['CloudEvent@1', envelope], ...named]);
};

const whatToDo = (name: string): string => {
  const [type, version] = name.split('@') as [string, string];
  return (
    `${type} is stored in another shape than version ${version} has in ${FILE}, and records of that shape would not be read as they are. ` +
    `What is stored is for ever: say in the upcasters (libs/domain/src/upcasters.ts) how version ${version} is read, which makes ` +
    `${type}@${Number(version) + 1} of it, then run: npm run catalogue. Only where no release and nobody's data hold this version: take its line out of the file first.`
  );
};

/** What stands between the types of today's code and the published shapes, as a person can mend it. Empty: they agree. */
export const disagreements = (now: Published = today(), before: Published = STORED_SHAPES): readonly string[] => [
  ...Object.entries(now).flatMap(([name, shape]) => {
    const known = before[name];
    if (known === undefined) return [`${name} is not published yet. Run: npm run catalogue`];
    if (JSON.stringify(known) === JSON.stringify(shape)) return [];
    return [widens(known, shape) ? `${name} may hold more than is published. Run: npm run catalogue` : whatToDo(name)];
  }),
  ...Object.keys(before)
    .map((name) => name.split('@')[0]!)
    .filter((type) => !Object.keys(now).some((name) => name.startsWith(`${type}@`)))
    .map(
      (type) =>
        `${type} stands in logs for ever: keep its type among the stored events (libs/office/src/catalogue/stored-event.ts)`,
    ),
];

/** Publishes what is new or may hold more. Throws where a shape has changed without a new version; nothing is written then. */
export const publish = (): void => {
  const [now, before] = [today(), STORED_SHAPES] as const;
  const broken = disagreements(now, before).filter((line) => !line.endsWith('npm run catalogue'));
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const lines = names.map((name) => `  '${name}': ${JSON.stringify(now[name] ?? before[name])},\n`);
  writeFileSync(PATH, `${HEAD}${lines.join('')}};\n`);
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOM = join(__dirname, '../../apps/web/src/words');
const SOURCE = readFileSync(join(ROOM, 'words.ts'), 'utf8');

type Table = Readonly<Record<string, object>>;
const tableIn = async (file: string, name: string): Promise<Table> =>
  ((await import(join(ROOM, file))) as Record<string, Table>)[name]!;

const TABLES = [...SOURCE.matchAll(/import \{ (\w+_WORDS) \} from '([^']+)'/g)];

it('a word has one home: no room of the page speaks over another', async () => {
  expect(TABLES.length).toBeGreaterThan(10);
  const all = await tableIn('words.ts', 'WORDS');
  const homes = new Map<string, string[]>();
  for (const [, name = '', file = ''] of TABLES)
    for (const [key, said] of Object.entries(await tableIn(file, name)))
      homes.set(key, [...(homes.get(key) ?? []), name, ...(all[key] === said ? [] : ['words.ts'])]);
  expect([...homes].filter(([, places]) => places.length > 1)).toEqual([]);
});

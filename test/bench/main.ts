import 'reflect-metadata';
import { onFreshDatabase, type Result } from './bench.ts';
import { cluster } from './cluster.ts';
import { commands } from './commands.ts';
import { crowd } from './crowd.ts';
import { failOver } from './fail-over.ts';
import { forward } from './forward.ts';
import { http } from './http.ts';
import { httpSample } from './http-sample.ts';
import { importRows } from './import.ts';
import { indicators } from './indicators.ts';
import { list } from './list.ts';
import { rebuild } from './rebuild.ts';
import { reminders } from './reminders.ts';
import { sealing } from './sealing.ts';
import { soak } from './soak.ts';
import { soakCluster } from './soak-cluster.ts';

const BENCHES: Readonly<Record<string, () => Promise<readonly Result[]>>> = {
  cluster,
  commands,
  crowd,
  'fail-over': () => onFreshDatabase(failOver),
  http: async () => [...(await httpSample()), ...(await http())],
  'http-sample': httpSample,
  rebuild: () => rebuild(),
  list,
  forward,
  import: importRows,
  indicators,
  reminders,
  sealing,
  soak,
  'soak-cluster': soakCluster,
};

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !(name in BENCHES));
if (names.length === 0 || unknown.length > 0) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n`);
  process.exit(2);
}

(async () => {
  for (const name of names)
    for (const result of await BENCHES[name]!()) {
      if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
      else
        process.stdout.write(
          `${result.name}: ×${result.ratio} (ours ${result.ours} ${result.unit}, limit ${result.limit})${result.more ? ` ${JSON.stringify(result.more)}` : ''}\n`,
        );
    }
})().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

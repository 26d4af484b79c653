import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rejected } from '#domain';
import { permissionsOf, type Caller } from '#identity';
import { importDesk, type ImportRun } from './import-jobs.ts';
import type { ImportDesk, ImportStatus } from './import-desk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-imports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const caller = (account: string): Caller => ({
  account,
  user: account,
  name: account,
  unit: null,
  roles: ['clerk'],
  permissions: permissionsOf(['clerk']),
  scope: { kind: 'all', units: [] },
  via: 'session',
  credential: 's',
  mustChangePassword: false,
});
const upload = async (name: string) => {
  const path = join(folder, name);
  await writeFile(path, 'x');
  return { path, name, dryRun: false };
};
const finished = (desk: ImportDesk, by: Caller, { id }: ImportStatus): Promise<ImportStatus> =>
  new Promise((done) => {
    const check = (): void => {
      const now = desk.status(by, id)!;
      if (now.state !== 'waiting' && now.state !== 'running') done(now);
      else setImmediate(check);
    };
    check();
  });

it('imports run one after the other, show their progress to who follows, and leave no upload behind', async () => {
  const order: string[] = [];
  const run: ImportRun = async ({ name }, _caller, onProgress) => {
    order.push(`${name} begins`);
    onProgress(1, 2);
    await new Promise((later) => {
      setImmediate(later);
    });
    order.push(`${name} ends`);
    return { report: { file: name }, resultWorkbook: join(folder, `${name}.out`) };
  };
  const desk = importDesk(folder, run);
  const clerk = caller('clerk');
  const [one, two] = [await upload('a.xlsx'), await upload('b.xlsx')];
  const first = await desk.start(clerk, one);
  const second = await desk.start(clerk, two);
  expect(second).toMatchObject({ file: 'b.xlsx', state: 'waiting', report: null });
  expect(first.id).not.toBe(second.id);
  const seen: string[] = [];
  desk.follow(clerk, second.id, ({ state, progress }) => {
    seen.push(`${state} ${progress.done}`);
  });
  expect(await finished(desk, clerk, second)).toMatchObject({
    state: 'done',
    report: { file: 'b.xlsx' },
    problem: null,
  });
  expect(order).toEqual(['a.xlsx begins', 'a.xlsx ends', 'b.xlsx begins', 'b.xlsx ends']);
  expect(seen).toEqual(['running 0', 'running 1', 'done 1']);
  expect(desk.resultWorkbook(clerk, second.id)).toEqual({ path: join(folder, 'b.xlsx.out'), name: 'b.result.xlsx' });
  while ((await readdir(folder)).length > 0)
    await new Promise((later) => {
      setImmediate(later);
    });
});

it('a file that cannot be read fails with its reason, an unforeseen failure without its inside, and the next import runs', async () => {
  const run: ImportRun = async ({ name }) => {
    if (name === 'bad.xlsx') throw new Rejected('workbook-broken', { zh: '文件已损坏', en: 'The file is broken' });
    if (name === 'bug.xlsx') throw new TypeError('cannot read /srv/inside');
    return { report: {}, resultWorkbook: null };
  };
  const desk = importDesk(folder, run);
  const clerk = caller('clerk');
  const [bad, bug, good] = [
    await desk.start(clerk, await upload('bad.xlsx')),
    await desk.start(clerk, await upload('bug.xlsx')),
    await desk.start(clerk, await upload('good.xlsx')),
  ];
  expect((await finished(desk, clerk, bad)).problem).toEqual({
    code: 'workbook-broken',
    zh: '文件已损坏',
    en: 'The file is broken',
  });
  const { problem } = await finished(desk, clerk, bug);
  expect([problem?.code, JSON.stringify(problem).includes('/srv')]).toEqual(['internal', false]);
  expect((await finished(desk, clerk, good)).state).toBe('done');
  expect(desk.resultWorkbook(clerk, good.id)).toBeNull();
});

it('nobody sees another’s import', async () => {
  const desk = importDesk(folder, async () => ({ report: {}, resultWorkbook: null }));
  const status = await desk.start(caller('one'), await upload('a.xlsx'));
  expect([
    desk.status(caller('two'), status.id),
    desk.follow(caller('two'), status.id, () => undefined),
    desk.resultWorkbook(caller('two'), status.id),
  ]).toEqual([null, null, null]);
});

it('an import is stopped at its next step by whoever began it, and the next one runs', async () => {
  let go: () => void = () => undefined;
  const begun = new Promise<void>((begin) => {
    go = begin;
  });
  const run: ImportRun = async ({ name }, _caller, onProgress) => {
    for (let step = 1; name === 'long.xlsx'; step += 1) {
      onProgress(step, null);
      go();
      await new Promise((later) => {
        setImmediate(later);
      });
    }
    return { report: {}, resultWorkbook: null };
  };
  const desk = importDesk(folder, run);
  const clerk = caller('clerk');
  const [long, waiting, last] = [
    await desk.start(clerk, await upload('long.xlsx')),
    await desk.start(clerk, await upload('waiting.xlsx')),
    await desk.start(clerk, await upload('last.xlsx')),
  ];
  await begun;
  expect(desk.stop(caller('somebody'), long.id)).toBeNull();
  desk.stop(clerk, waiting.id);
  desk.stop(clerk, long.id);
  expect((await finished(desk, clerk, last)).state).toBe('done');
  expect([desk.status(clerk, long.id)!.state, desk.status(clerk, waiting.id)!.state]).toEqual(['stopped', 'stopped']);
});

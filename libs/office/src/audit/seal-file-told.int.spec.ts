import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e } from '../../../../test/support/project-facts.ts';
import { renewSeals } from './seal-file-told.ts';
import { sealFile } from './seal-file.ts';
import { sealing } from './sealing.ts';
import { verifyLog } from './verify-log.ts';

let b: Bureau;
let file: string;
let projects = 0;

/** A server that starts, seals what was recorded and stops. */
const served = async (): Promise<void> => {
  const stop = sealing(b.office);
  projects += 1;
  const code = `P-${projects}`;
  await b.record(code, [e('ProjectRecorded', '2023-05-10', { code, title: code, unit: '一局' })]);
  await stop();
};
const told = async (): Promise<readonly string[]> =>
  (await b.office.store.readStream('seals')).map(({ event }) => event.type);
const found = async () => (await verifyLog(b.office, {})).firstBad;

beforeAll(async () => {
  b = await bureau();
  file = sealFile(b.office);
  for (let starts = 0; starts < 3; starts += 1) await served();
});
afterAll(() => b.close());

it('a file of seals that nobody touched is nothing to tell of', async () => {
  expect(await found()).toBeNull();
  expect(await told()).toEqual([]);
});

it.each([
  ['deleted', () => rm(file)],
  ['emptied', () => writeFile(file, '')],
  ['cut', async () => writeFile(file, (await readFile(file, 'utf8')).split('\n').slice(0, 1).join('\n'))],
  ['replaced by a folder', () => rm(file).then(() => cp(__dirname, file, { recursive: true }))],
])('a file that was %s is not filled again by the next starts, and verifying says since when', async (_how, spoil) => {
  const before = await told();
  const whole = await readFile(file);
  await spoil();
  for (let starts = 0; starts < 3; starts += 1) await served();
  const { recordedAt } = (await b.office.store.readStreamBack('seals', null, 1))[0]!;
  expect(await found()).toMatchObject({ what: expect.stringMatching(/^seal-file-/) as string, since: recordedAt });
  expect(await told()).toEqual([...before, 'SealFileMissed']);
  await rm(file, { recursive: true });
  await writeFile(file, whole);
  expect(await found()).toMatchObject({ what: 'seal-file-short' }); // it lacks what was sealed meanwhile
  expect(await renewSeals(b.office)).toBeGreaterThan(0);
  expect(await found()).toBeNull();
  expect(await told()).toEqual([...before, 'SealFileMissed', 'SealFileFound']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('an old file put aside by hand is not taken for the one that is gone', async () => {
  const whole = await readFile(file, 'utf8');
  await writeFile(file.replace('.jsonl', '-until-2020.jsonl'), `${whole.split('\n')[0]!}\n`);
  await rm(file);
  expect(await found()).toMatchObject({ what: 'seal-file-missing' });
  await served();
  expect(await found()).toMatchObject({ what: 'seal-file-short' });
});

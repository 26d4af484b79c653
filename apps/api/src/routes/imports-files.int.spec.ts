import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { xlsxOf } from '../../../../test/support/zip.ts';

jest.setTimeout(600_000);

let t: TestApi;
let clerk: string;
beforeAll(async () => {
  t = await testApi();
  clerk = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

interface Status {
  readonly state: string;
  readonly problem: { readonly code: string } | null;
  readonly report: { readonly sheets: readonly { readonly sheet: string; readonly rows: object }[] } | null;
}

/** Sends a file to be tried, and asks for the server's health until the import ends: how often it answered meanwhile. */
const tried = async (bytes: Buffer, name: string): Promise<{ readonly status: Status; readonly answered: number }> => {
  const { body } = await t
    .http()
    .post('/api/imports')
    .set('cookie', clerk)
    .attach('file', bytes, name)
    .field('dryRun', 'true')
    .expect(202);
  for (let answered = 0; ; answered += 1) {
    await t.http().get('/api/health/live').expect(200);
    const { body: status } = await t
      .http()
      .get(`/api/imports/${body.id as string}`)
      .set('cookie', clerk)
      .expect(200);
    if (status.state === 'done' || status.state === 'failed') return { status: status as Status, answered };
  }
};

it('a page of a web system under the name .xls is read from an upload as from a file, its sheet named after it', async () => {
  const file = join(__dirname, '../../../../test/acceptance/cases/31-html-table-named-xls/export.xls');
  const { status } = await tried(readFileSync(file), 'export.xls');
  expect(status.report!.sheets).toMatchObject([{ sheet: 'export', rows: { read: 1, accepted: 1 } }]);
});

it('while a hostile file is read, the server answers', async () => {
  const strings = Array.from({ length: 400_000 }, (_, n) => `<si><t>${n}${Math.sin(n)}${'甲乙'.repeat(80)}</t></si>`);
  const sheet = '<sheetData><row><c t="inlineStr"><is><t>&nothing;</t></is></c></row></sheetData>';
  const { status, answered } = await tried(xlsxOf({ sheet, strings: strings.join('') }), '台账.xlsx');
  expect([status.state, status.problem?.code]).toEqual(['failed', 'file-bomb']);
  expect(answered).toBeGreaterThan(5);
});

it('a workbook that merges everything with everything is read or refused while the server answers', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`);
  const merges = Array.from({ length: 60_000 }, (_, n) => `<mergeCell ref="A${1 + (n % 9)}:ALK${20_000 - n}"/>`);
  const sheet = `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
  const { status, answered } = await tried(xlsxOf({ sheet }), '台账.xlsx');
  expect([status.state, status.problem?.code]).toEqual(['failed', 'too-many-merges']);
  expect(answered).toBeGreaterThan(0);
});

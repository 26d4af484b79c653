import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR, reproduce } from '#office';
import { bureau, type Bureau } from '../support/bureau.ts';

/** The log of a small bureau as an older state of this code wrote it, with the reports that it froze in every format. Never edited, only added to. */
interface OldLog {
  readonly issues: readonly string[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}
const { issues, events } = JSON.parse(readFileSync(join(__dirname, 'issues/before-0.3.0.json'), 'utf8')) as OldLog;

const ROW =
  'position bigint, stream text, version integer, id uuid, type text, schema_version smallint, occurred_on date, recorded_at timestamptz, command_id text, meta json, data json, previous_hash text, hash text';
const COLUMNS = ROW.replaceAll(/ [a-z]+(,|$)/g, '$1');

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  expect(await b.office.store.head()).toBe(0n);
  await b.office.pool.query(
    `insert into event (${COLUMNS}) select ${COLUMNS.replace('previous_hash, hash', `decode(previous_hash, 'hex'), decode(hash, 'hex')`)}
     from json_to_recordset($1::json) as r(${ROW})`,
    [JSON.stringify(events)],
  );
}, 600_000);
afterAll(() => b.close());

it.each(issues)('%s, frozen by an older state of this code, is printed again to the last byte', async (number) => {
  const { issue, same } = await reproduce(b.office, OPERATOR, number);
  expect([issue.report, issue.format, same]).toEqual([issue.report, issue.format, true]);
});

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dayInShanghai, POLICY_STREAM, publishCalendar, publishPolicy, type CalendarYear, type NewEvent, type Policy } from '#domain';
import { canonical } from '#event-store';
import { rebuildProjects } from '#projections';
import { CLI_ACTOR, upToDate, type Installation } from '../installation.ts';
import { answer, Refused, say, type Options } from '../output.ts';

const readJson = async (file: string): Promise<unknown> => {
  try { return JSON.parse(await readFile(file, 'utf8')); } catch (error) { throw new Refused('file-invalid', { zh: `读不出 JSON 文件：${file}`, en: `This is no JSON file: ${file}` }, { detail: (error as Error).message }); }
};

/** Leaves of two documents that differ: path, before, after. */
const differences = (before: unknown, after: unknown, path = ''): readonly { field: string; before: unknown; after: unknown }[] => {
  if (canonical(before) === canonical(after)) return [];
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null || Array.isArray(before)) return [{ field: path, before: before ?? null, after: after ?? null }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`));
};

/** One fact of the policy stream; the lists are then built anew under the new rules, beside the old ones. */
const publish = async (installation: Installation, type: string, data: object): Promise<void> => {
  const { store, database, rules } = installation;
  const version = (await store.readStream(POLICY_STREAM)).at(-1)?.version ?? 0;
  const event = { type, occurredOn: dayInShanghai(new Date().toISOString()), data };
  await store.append(POLICY_STREAM, version, [{ id: randomUUID(), event, schemaVersion: 1, meta: { actor: CLI_ACTOR, commandId: randomUUID() } } as NewEvent]);
  say('rebuilding the lists under the new rules …');
  await rebuildProjects(database.pool, store, await rules());
};

export const showPolicy = async ({ rules, today }: Installation, options: Options): Promise<void> => {
  const policy = (await rules()).policyOn(today);
  if (options.json) answer(policy);
  else process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);
};

export const publishPolicyFile = async (installation: Installation, file: string, options: Options): Promise<void> => {
  const rules = await installation.rules();
  const policy: Policy = publishPolicy(await readJson(file), rules, installation.today);
  const changed = differences(rules.policies.at(-1), policy).filter(({ field }) => field !== 'version' && field !== 'validFrom');
  if (changed.length > 0) await publish(installation, 'PolicyPublished', { policy });
  const outcome = { version: changed.length > 0 ? policy.version : rules.policies.at(-1)!.version, validFrom: policy.validFrom, changed };
  if (options.json) answer(outcome);
  else process.stdout.write(`version ${outcome.version}, ${changed.length} changed: ${changed.map(({ field }) => field).join(', ')}\n`);
};

export const importCalendar = async (installation: Installation, file: string, options: Options): Promise<void> => {
  await upToDate(installation);
  const given = await readJson(file);
  const years = (Array.isArray(given) ? given : [given]).map((one): CalendarYear => publishCalendar(one));
  const known = (await installation.rules()).calendar;
  for (const calendar of years) await publish(installation, 'CalendarPublished', { calendar });
  const outcome = { years: years.map(({ year, notice }) => ({ year, notice: notice ?? null, replaced: known.years.has(year) })) };
  if (options.json) answer(outcome);
  else process.stdout.write(`${outcome.years.map(({ year, replaced }) => `${year}${replaced ? ' (replaced)' : ''}`).join(', ')}\n`);
};

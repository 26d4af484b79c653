import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { draftNumbered, draftsOf, POLICY_STREAM, publishPolicy, type Draft, type Policy } from '#domain';
import { canonical } from '#event-store';
import { policyDesk, type PolicyOrder } from '../../../../libs/office/src/policy/policy-desk.ts';
import { CLI_ACTOR, upToDate, type Installation } from '../installation.ts';
import { answer, Refused, say, type Options } from '../output.ts';
import { Usage } from '../time.ts';

export const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Refused(
      'file-invalid',
      { zh: `读不出 JSON 文件：${file}`, en: `This is no JSON file: ${file}` },
      { field: 'file', detail: (error as Error).message },
    );
  }
};

interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Leaves of two documents that differ: path, before, after. */
const differences = (before: unknown, after: unknown, path = ''): readonly Change[] => {
  if (canonical(before) === canonical(after)) return [];
  if (
    typeof before !== 'object' ||
    typeof after !== 'object' ||
    before === null ||
    after === null ||
    Array.isArray(before)
  )
    return [{ field: path, before: before ?? null, after: after ?? null }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(
      (before as Record<string, unknown>)[key],
      (after as Record<string, unknown>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
};
const changed = (before: Policy, after: Policy): readonly Change[] =>
  differences(before, after).filter(({ field }) => field !== 'version' && field !== 'validFrom');

export const deskOf = ({ database, store, rules, today }: Installation): ReturnType<typeof policyDesk> =>
  policyDesk({ pool: database.pool, store, rules, today: () => today });
export const order = (): PolicyOrder => ({ actor: CLI_ACTOR, commandId: randomUUID(), ifVersion: null });
export const drafts = async ({ store }: Installation): Promise<readonly Draft[]> =>
  draftsOf((await store.readStream(POLICY_STREAM)).map(({ event }) => event));
export const draftOption = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Usage(`no number of a draft: ${text}`);
  return Number(text);
};

/** The policy in force; with `draft` the draft of that number, or the latest for true. */
export const showPolicy = async (
  installation: Installation,
  draft: string | true | undefined,
  options: Options,
): Promise<void> => {
  const all = draft === undefined ? [] : await drafts(installation);
  const shown =
    draft === undefined
      ? (await installation.rules()).policyOn(installation.today)
      : draftNumbered(all, draft === true ? (all.at(-1)?.draft ?? 0) : draftOption(draft));
  if (options.json) answer(shown);
  else process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
};

/** A draft counts for nothing until it is published. */
export const draftPolicyFile = async (
  installation: Installation,
  file: string,
  note: string | undefined,
  options: Options,
): Promise<void> => {
  const given = await deskOf(installation).draft(order(), await readJson(file), note);
  const { policy, from } = draftNumbered(await drafts(installation), given.draft ?? 0);
  const outcome = {
    draft: given.draft,
    validFrom: from,
    changed: changed((await installation.rules()).policyOn(installation.today), policy),
  };
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `draft ${outcome.draft}, ${outcome.changed.length} changed: ${outcome.changed.map(({ field }) => field).join(', ')}\n`,
    );
};

/** From a file, or a draft by its number; a file that says nothing new publishes nothing. */
export const publishPolicyFile = async (
  installation: Installation,
  file: string | undefined,
  draft: string | undefined,
  options: Options,
): Promise<void> => {
  if ((file === undefined) === (draft === undefined)) throw new Usage('name a policy file, or a draft by --draft');
  const desk = deskOf(installation);
  await upToDate(installation);
  const before = (await installation.rules()).policies.at(-1)!;
  const content = file === undefined ? null : await readJson(file);
  const next = content === null ? null : publishPolicy(content, await installation.rules(), installation.today);
  if (next === null || changed(before, next).length > 0) {
    say('rebuilding the lists under the new rules …');
    await (draft === undefined ? desk.publish(order(), content) : desk.publishDraft(order(), draftOption(draft)));
  }
  const after = (await installation.rules()).policies.at(-1)!;
  const outcome = {
    version: after.version,
    validFrom: next?.validFrom ?? after.validFrom,
    changed: changed(before, after),
  };
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `version ${outcome.version}, ${outcome.changed.length} changed: ${outcome.changed.map(({ field }) => field).join(', ')}\n`,
    );
};

import { publishPolicy, type Policy } from '#domain';
import { canonical } from '#event-store';
import {
  freshKey,
  givePolicy,
  OPERATOR,
  policyDraft,
  policyDrafts,
  upToDate,
  type OpenOffice,
  type PolicyAnswer,
  type PolicyChange,
} from '#office';
import { draftNumber, fileOrDraft, showDocument } from '../drafts.ts';
import { readJson } from '../json-file.ts';
import { answer, say, type Options } from '../output.ts';

export const POLICY_FILE = { zh: '规则文件', en: 'a policy file' };

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

export const giveRules = (office: OpenOffice, body: PolicyChange): Promise<PolicyAnswer> =>
  givePolicy(office, { caller: OPERATOR, body, key: freshKey(), ifVersion: null });

/** The policy in force; with `draft` the draft of that number, or the latest for true. */
export const showPolicy = async (
  office: OpenOffice,
  draft: string | true | undefined,
  options: Options,
): Promise<void> => {
  const latest = async (): Promise<number> => (await policyDrafts(office)).at(-1)?.draft ?? 0;
  const shown =
    draft === undefined
      ? (await office.rules()).policyOn(office.today())
      : await policyDraft(office, draft === true ? await latest() : draftNumber(draft));
  showDocument(shown, options);
};

/** A draft counts for nothing until it is published. */
export const draftPolicyFile = async (
  office: OpenOffice,
  file: string,
  note: string | undefined,
  options: Options,
): Promise<void> => {
  const given = await giveRules(office, { type: 'DraftPolicy', policy: await readJson(file), note });
  const { policy, from } = await policyDraft(office, given.draft ?? 0);
  const outcome = {
    draft: given.draft,
    validFrom: from,
    changed: changed((await office.rules()).policyOn(office.today()), policy),
  };
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `draft ${outcome.draft}, ${outcome.changed.length} changed: ${outcome.changed.map(({ field }) => field).join(', ')}\n`,
    );
};

/** From a file, or a draft by its number; a file that says nothing new publishes nothing. */
export const publishPolicyFile = async (
  office: OpenOffice,
  file: string | undefined,
  draft: string | undefined,
  options: Options,
): Promise<void> => {
  fileOrDraft(file, draft, POLICY_FILE);
  await upToDate(office);
  const before = (await office.rules()).policies.at(-1)!;
  const content = file === undefined ? null : await readJson(file);
  const next = content === null ? null : publishPolicy(content, await office.rules(), office.today());
  if (next === null || changed(before, next).length > 0) {
    say('rebuilding the lists under the new rules …');
    await giveRules(
      office,
      draft === undefined
        ? { type: 'PublishPolicy', policy: content }
        : { type: 'PublishDraft', draft: draftNumber(draft) },
    );
  }
  const after = (await office.rules()).policies.at(-1)!;
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

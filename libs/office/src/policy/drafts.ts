import { draftNumbered, draftsOf, POLICY_STREAM, type Draft } from '#domain';
import type { Office } from '../office.ts';

export const policyDrafts = async ({ store }: Office): Promise<readonly Draft[]> =>
  draftsOf((await store.readStream(POLICY_STREAM)).map(({ event }) => event));

/** A draft by its number. Throws Rejected 'draft-unknown'. */
export const policyDraft = async (office: Office, draft: number): Promise<Draft> =>
  draftNumbered(await policyDrafts(office), draft);

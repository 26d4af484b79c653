import { draftNumbered, policyToReplay, sideBySide, type Rules } from '#domain';
import { matterModel } from '#projections';
import { holderIn, policyWindow, replay, type Difference, type Replayed, type Window } from '#reminders';
import { seenWithin } from '../../../../libs/office/src/policy/seen.ts';
import type { Installation } from '../installation.ts';
import { answer, say, table, type Options } from '../output.ts';
import { dayOption, Usage } from '../time.ts';
import { draftOption, drafts, readJson } from './policy.ts';

export interface ReplayOptions {
  readonly from?: string;
  readonly to?: string;
  readonly draft?: string;
}

const SAY_EVERY = 500; // histories

export const windowAsked = ({ from, to }: ReplayOptions): Partial<Window> => ({
  ...(from === undefined ? {} : { from: dayOption(from) }),
  ...(to === undefined ? {} : { to: dayOption(to) }),
});

export const replayRulesOver = async (
  { database: { pool }, store, organisation }: Installation,
  [before, after]: readonly [Rules, Rules],
  window: Window,
): Promise<Replayed> => {
  await matterModel(pool, store).catchUp();
  const holder = holderIn((await organisation()).tree);
  return replay(store, { before, after, ...window, holder }, seenWithin(pool, { all: true }), {
    onProgress: (done) => {
      if (done % SAY_EVERY === 0) say(`${done} histories`);
    },
  });
};

const said = (value: Difference['before']): string => {
  if (value === null) return '–';
  return typeof value === 'string'
    ? value
    : `${value.rung} ${value.on} ${value.to.map(({ person, unit, role }) => person ?? unit ?? role).join('、')}`;
};

export const showReplay = ({ from, to, differences, counts }: Replayed, options: Options): void => {
  if (options.json) {
    answer({ from, to, differences, counts });
    return;
  }
  const rows = differences.map(({ project, matter, what, clock, before, after, on, until }) => [
    on,
    until ?? '',
    matter?.number ?? project?.code ?? '',
    matter?.title ?? project?.name ?? '',
    what,
    clock ?? '',
    said(before),
    said(after),
  ]);
  process.stdout.write(
    `${from} – ${to}: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}\n${rows.length === 0 ? '' : `${table(rows)}\n`}`,
  );
};

/** What another policy, from a file or a draft, would have changed; the policy in force gives nothing. */
export const replayPolicy = async (
  installation: Installation,
  file: string | undefined,
  asked: ReplayOptions,
  options: Options,
): Promise<void> => {
  if ((file === undefined) === (asked.draft === undefined))
    throw new Usage('name a policy file, or a draft by --draft');
  const { today } = installation;
  const window = policyWindow(windowAsked(asked), today);
  const rules = await installation.rules();
  const policy =
    file === undefined
      ? draftNumbered(await drafts(installation), draftOption(asked.draft ?? '')).policy
      : policyToReplay(await readJson(file), rules, today);
  showReplay(await replayRulesOver(installation, sideBySide(rules, policy, today), window), options);
};

import { policyToReplay, sideBySide, type Rules } from '#domain';
import { policyWindow, type Difference, type Replayed, type Window } from '#reminders';
import { OPERATOR, policyDraft, replayRules, type OpenOffice } from '#office';
import { answer, say, table, type Options } from '../output.ts';
import { dayOption } from '../time.ts';
import { usage } from '../usage.ts';
import { draftOption, readJson } from './policy.ts';

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

export const replayRulesOver = (
  office: OpenOffice,
  rules: readonly [Rules, Rules],
  window: Window,
): Promise<Replayed> =>
  replayRules(office, OPERATOR, rules, window, {
    onProgress: (done) => {
      if (done % SAY_EVERY === 0) say(`${done} histories`);
    },
  });

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
    matter?.title[options.lang] ?? project?.name ?? '',
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
  office: OpenOffice,
  file: string | undefined,
  asked: ReplayOptions,
  options: Options,
): Promise<void> => {
  if ((file === undefined) === (asked.draft === undefined))
    throw usage('写规则文件，或用 --draft 写草案号', 'name a policy file, or a draft by --draft');
  const today = office.today();
  const window = policyWindow(windowAsked(asked), today);
  const rules = await office.rules();
  const policy =
    file === undefined
      ? (await policyDraft(office, draftOption(asked.draft ?? ''))).policy
      : policyToReplay(await readJson(file), rules, today);
  showReplay(await replayRulesOver(office, sideBySide(rules, policy, today), window), options);
};

import type { Difference, Replayed, Window } from '#reminders';
import { ask, OPERATOR, replayDraft, replayPolicy, type OpenOffice, type Question, type Replay } from '#office';
import { draftNumber, fileOrDraft } from '../drafts.ts';
import { readJson } from '../json-file.ts';
import { answer, say, table, type Options } from '../output.ts';
import { dayOption } from '../time.ts';
import { wordsIn } from '../words.ts';
import { POLICY_FILE } from './policy.ts';

export interface ReplayOptions {
  readonly from?: string;
  readonly to?: string;
  readonly draft?: string;
}

const SAY_EVERY = 500; // histories

const daysAsked = ({ from, to }: ReplayOptions): Partial<Window> => ({
  ...(from === undefined ? {} : { from: dayOption(from) }),
  ...(to === undefined ? {} : { to: dayOption(to) }),
});

const limits = {
  onProgress: (done: number) => {
    if (done % SAY_EVERY === 0) say(`${done} histories`);
  },
};

const said = (value: Difference['before'], words: ReturnType<typeof wordsIn>): string => {
  if (value === null) return '–';
  return typeof value === 'string'
    ? value
    : `${words.rung(value.rung)} ${value.on} ${value.to.map(({ person, unit, role }) => person ?? unit ?? words.toldAs(role)).join('、')}`;
};

const showReplay = ({ from, to, differences, counts }: Replayed, options: Options): void => {
  if (options.json) {
    answer({ from, to, differences, counts });
    return;
  }
  const words = wordsIn(options.lang);
  const rows = differences.map(({ project, matter, what, clock, before, after, on, until }) => [
    on,
    until ?? '',
    matter?.number ?? project?.code ?? '',
    matter?.title[options.lang] ?? project?.name ?? '',
    what,
    clock === null ? '' : words.clock(clock),
    said(before, words),
    said(after, words),
  ]);
  process.stdout.write(
    `${from} – ${to}: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}\n${rows.length === 0 ? '' : `${table(rows)}\n`}`,
  );
};

/** Asks what other rules would have changed, and shows it. `rules`: which. */
export const showReplayOf = async <Asked>(
  office: OpenOffice,
  question: Question<Asked & Replay, Replayed>,
  rules: Asked,
  asked: ReplayOptions,
  options: Options,
): Promise<void> => {
  showReplay(await ask(office, OPERATOR, question, { ...rules, days: daysAsked(asked), limits }), options);
};

/** What another policy, from a file or a draft, would have changed; the policy in force gives nothing. */
export const replayPolicyOf = async (
  office: OpenOffice,
  file: string | undefined,
  asked: ReplayOptions,
  options: Options,
): Promise<void> => {
  fileOrDraft(file, asked.draft, POLICY_FILE);
  if (file === undefined)
    await showReplayOf(office, replayDraft, { draft: draftNumber(asked.draft ?? '') }, asked, options);
  else await showReplayOf(office, replayPolicy, { document: await readJson(file) }, asked, options);
};

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { DayPicker } from '../parts/day-picker.tsx';
import { addDays, today } from '../parts/day.ts';
import { ProjectPicker } from '../parts/form/record-pickers.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { Refused } from '../parts/refused.tsx';
import { OUTCOMES } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { ReminderTable } from './reminder-table.tsx';

type Outcome = keyof Schemas['ReminderCounts'];

// What somebody should look at first; what was never to be sent stands last.
const IN_ORDER: readonly Outcome[] = [
  'failed',
  'sent',
  'acknowledged',
  'merged',
  'withdrawn',
  'expected',
  'suppressed',
];

const isOutcome = (text: string): text is Outcome => (IN_ORDER as readonly string[]).includes(text);

/** What the ledger opens on: what failed, where anything did; else what was sent. */
const opensOn = (counts: Schemas['ReminderCounts']): Outcome => IN_ORDER.find((one) => counts[one] > 0) ?? 'sent';

interface Span {
  readonly from: string;
  readonly to: string;
  readonly project?: string;
}

/** The span of days that is looked at, and the project to which the ledger is narrowed. */
const SpanFilters = ({ span: { from, to, project } }: { span: Span }) => {
  const { t } = useWords();
  const { set } = useChosen();
  const day = (name: 'from' | 'to', value: string) => (
    <DayPicker
      label={t(name)}
      day={value}
      onDay={(picked) => {
        set(name, picked);
      }}
    />
  );
  return (
    <div className="filters">
      {day('from', from)}
      {day('to', to)}
      <span className="filter wide">
        <ProjectPicker
          value={project}
          onChange={(value) => {
            set('project', value ?? null);
          }}
        />
      </span>
    </div>
  );
};

/** What the reminders came to, each with its count: one of them is looked at. */
const Outcomes = ({ counts, shown }: { counts: Schemas['ReminderCounts']; shown: Outcome | undefined }) => {
  const { say } = useWords();
  const { set } = useChosen();
  return (
    <div className="counters" data-testid="outcomes">
      {IN_ORDER.map((one) => (
        <Tag.CheckableTag
          key={one}
          checked={one === shown}
          onChange={() => {
            set('outcome', one);
          }}
        >
          {say(OUTCOMES[one], one)} {counts[one]}
        </Tag.CheckableTag>
      ))}
    </div>
  );
};

/** The reminders of a span that came to what is looked at, the latest first, page by page. */
const useReminders = (span: Span, outcome: Outcome | undefined) => {
  const query = { ...span, ...(outcome === undefined ? {} : { outcome }), order: 'latest' as const, limit: 100 };
  return useInfiniteQuery({
    queryKey: ['reminders', query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/reminders', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: outcome !== undefined,
  });
};

/** The span that the address names: the last 30 days, where it names none. */
const spanOf = (chosen: URLSearchParams): Span => {
  const from = chosen.get('from') ?? addDays(today(), -30); // the past of an imported ledger goes back years: it is there for who asks
  const to = chosen.get('to') ?? today(); // what comes is told by the preview
  const project = chosen.get('project');
  return { from, to, ...(project === null ? {} : { project }) };
};

const isEmpty = (counts: Schemas['ReminderCounts']): boolean => IN_ORDER.every((one) => counts[one] === 0);

/** The ledger of a span of days, by what its reminders came to, the latest first. */
export const ReminderLedger = ({ onProof }: { onProof: (key: string) => void }) => {
  const { t } = useWords();
  const { chosen } = useChosen();
  const span = spanOf(chosen);
  const counts = useQuery({
    queryKey: ['reminders', 'counts', span],
    queryFn: () => answered(api.GET('/api/reminders/counts', { params: { query: span } })),
  });
  const asked = chosen.get('outcome') ?? '';
  const outcome = isOutcome(asked) ? asked : counts.data && opensOn(counts.data);
  const pages = useReminders(span, outcome);
  const failed = counts.isError ? counts : pages;
  return (
    <>
      <SpanFilters span={span} />
      {counts.data && <Outcomes counts={counts.data} shown={outcome} />}
      {failed.isError ? (
        <Refused error={failed.error} again={failed.refetch} />
      ) : (
        <ReminderTable
          rows={pages.data?.pages.flatMap((page) => page.rows) ?? []}
          loading={pages.isPending}
          empty={t(counts.data && isEmpty(counts.data) ? 'noReminders' : 'noReminderOfKind')}
          onProof={onProof}
        />
      )}
      <MoreButton pages={pages} />
    </>
  );
};

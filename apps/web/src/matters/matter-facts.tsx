import { Descriptions } from 'antd';
import { Link } from '../parts/way.tsx';
import type { ReactNode } from 'react';
import { DueWord } from '../parts/due-word.tsx';
import { useUnitName } from '../app/known-to-all.ts';
import { breachWords } from '../words/late.ts';
import { w, type Sentence } from '../words/sentence.ts';
import { FACTORS } from '../words/supervision-words.ts';
import { CLOCKS, useWords } from '../words/words.ts';
import { Happened, type Happening } from './happened.tsx';
import { KIND_WORDS, type MatterRow } from './matter-kinds.ts';

type Breach = Parameters<typeof breachWords>[0];
type Named = string | { readonly name: string };
const nameOf = (one: Named): string => (typeof one === 'string' ? one : one.name);

/** What is shown of a matter, in this order. Dates, texts and names stand as they are; the rest is put into words below. */
const LABELS: Readonly<Record<string, Sentence>> = {
  rung: w('种类', 'Kind'),
  kind: w('种类', 'Kind'),
  factor: w('要素类别', 'Factor'),
  level: w('协调层级', 'Level'),
  month: w('月份', 'Month'),
  number: w('文号', 'Number'),
  clock: w('涉及期限', 'Clock'),
  breached: w('督办事由', 'What it is about'),
  rule: w('督办事由', 'What it is about'),
  text: w('问题描述', 'Issue'),
  raisedBy: w('提出单位', 'Raised by'),
  unit: w('承办单位', 'Unit'),
  people: w('承办人', 'People'),
  issuedOn: w('发出日期', 'Issued on'),
  raisedOn: w('提出日期', 'Raised on'),
  convenedOn: w('召集日期', 'Convened on'),
  plannedOn: w('计划召开', 'Planned for'),
  assignedOn: w('交办日期', 'Assigned on'),
  receiptDue: w('签收期限', 'Receipt due'),
  replyDue: w('回复期限', 'Reply due'),
  due: w('办理期限', 'Due'),
  received: w('签收', 'Received'),
  extension: w('申请延期', 'Extension asked for'),
  excuse: w('正当理由', 'Excuse'),
  calledOff: w('取消', 'Called off'),
  heldOn: w('召开日期', 'Held on'),
  attendees: w('参会人员', 'Attendees'),
  minutes: w('会议纪要', 'Minutes'),
  on: w('日期', 'Day'),
  days: w('天数', 'Days'),
  city: w('城市', 'City'),
  team: w('小分队', 'Team'),
  firm: w('企业', 'Firm'),
  effective: w('是否有效', 'Effective'),
  asOf: w('数据截至', 'Data as of'),
  askedOn: w('请批日期', 'Asked on'),
  decided: w('处理', 'Decided'),
  reason: w('理由', 'Reason'),
  resolvedOn: w('解决日期', 'Resolved on'),
  closedOn: w('办结日期', 'Closed on'),
};
const COURSES: Readonly<Record<string, Sentence>> = {
  rescheduled: w('改期', 'Changes of the day'),
  replies: w('回复与审核', 'Replies and reviews'),
  resolutions: w('解决情况', 'Resolutions'),
  visits: w('回访', 'Return visits'),
  levels: w('层级变化', 'Levels'),
  reopened: w('重新办理', 'Reopened'),
};
const DUE: readonly string[] = ['receiptDue', 'replyDue', 'due'];

/** The fields whose values have words, each with them. `levels`: those of the kind of matter. */
const wordsOf = (
  levels: Readonly<Record<string, Sentence>>,
): Readonly<Record<string, Readonly<Record<string, Sentence | undefined>>>> => ({
  factor: FACTORS,
  clock: CLOCKS,
  rung: levels,
  level: levels,
  kind: levels,
});

const LABELS_OF: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  meetings: { unit: w('召集单位', 'Convening unit'), list: w('议题清单', 'List of the agenda') },
  'scheduling-lists': { unit: w('单位', 'Unit'), issuedOn: w('印发日期', 'Issued on') },
  approvals: { people: w('请谁批准', 'Asked to approve') },
  'outreach-records': { unit: w('单位', 'Unit'), reason: w('作废原因', 'Why it was voided') },
  issues: { closedOn: w('销号日期', 'Closed off on') },
};

/** The facts of a matter as readable text, and what happened to it in order. */
export const MatterFacts = ({ matter, path }: { matter: MatterRow; path: string }) => {
  const { t, say, marks } = useWords();
  const unitName = useUnitName();
  const levels = KIND_WORDS[path]?.levels ?? {};
  const known: Readonly<Record<string, unknown>> = matter.known;
  const shown = (name: string, value: unknown): ReactNode => {
    if (name === 'people') return (value as readonly Named[]).map(nameOf).join(marks.list);
    if (name === 'breached') return (value as readonly Breach[]).map((one) => say(breachWords(one))).join(marks.list);
    if (Array.isArray(value)) return value.join(marks.list);
    if (typeof value === 'object' && value !== null) return <Happened one={value} levels={levels} />;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return shownText(name, String(value));
  };
  const words = wordsOf(levels);
  const shownText = (name: string, text: string): ReactNode => {
    if (DUE.includes(name)) return matter.open && matter.due === text ? <DueWord due={text} /> : text;
    if (name === 'unit' || name === 'raisedBy') return unitName(text);
    return say(words[name]?.[text], text);
  };
  const filled = (value: unknown): boolean =>
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  const courses = Object.entries(COURSES).filter(
    ([name]) => filled(known[name]) && !(name === 'levels' && (known[name] as unknown[]).length < 2),
  );
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          ...(matter.project
            ? [
                {
                  key: 'project',
                  label: t('project'),
                  children:
                    matter.project.name === null ? (
                      typeof known['projectName'] === 'string' && known['projectName']
                    ) : (
                      <Link to={`/projects/${matter.project.id}`}>
                        {matter.project.name}
                        {matter.project.code && marks.aside(matter.project.code)}
                      </Link>
                    ),
                },
              ]
            : []),
          ...Object.entries(LABELS)
            .filter(([name]) => filled(known[name]))
            .map(([name, label]) => ({
              key: name,
              label: say(LABELS_OF[path]?.[name] ?? label),
              children: <span style={{ overflowWrap: 'anywhere' }}>{shown(name, known[name])}</span>,
            })),
        ]}
      />
      {courses.map(([name, title]) => (
        <section key={name} style={{ marginTop: 12 }}>
          <strong>{say(title)}</strong>
          <ul className="history">
            {(known[name] as Happening[]).map((one, index) => (
              <li key={index}>
                <Happened one={one} levels={levels} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

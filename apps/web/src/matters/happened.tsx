import { Tag } from 'antd';
import { useActorName } from '../app/known-to-all.ts';
import { w, type Sentence } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';

/** Something that happened to a matter, as each kind of matter records it. */
export interface Happening {
  readonly on?: string;
  readonly until?: string;
  readonly before?: string; // the day that was planned first; `plannedOn` since
  readonly plannedOn?: string;
  readonly level?: string;
  readonly text?: string | null;
  readonly accepted?: boolean | null;
  readonly satisfied?: boolean;
  readonly reason?: string | null;
  readonly by?: string | null;
  readonly byName?: string;
  readonly reviewedBy?: string | null;
  readonly reviewedByName?: string;
}

/** How it was judged: a reply by who reviews it, a solution by the firm; null where nobody judged. */
const verdictOf = ({
  accepted,
  satisfied,
}: Happening): { readonly isGood: boolean; readonly word: Sentence } | null => {
  if (typeof accepted === 'boolean')
    return { isGood: accepted, word: accepted ? w('认可', 'accepted') : w('退回', 'sent back') };
  if (typeof satisfied === 'boolean')
    return { isGood: satisfied, word: satisfied ? w('企业满意', 'satisfied') : w('企业不满意', 'not satisfied') };
  return null;
};

/** Who said it, and who reviewed it. */
const Who = ({ one }: { one: Happening }) => {
  const { t, say, marks } = useWords();
  const actorName = useActorName();
  if (one.by == null) return null;
  return (
    <small className="small">
      {t('by')} {actorName(one.byName)}
      {one.reviewedBy != null && `${marks.comma}${say(w('审核', 'reviewed by'))} ${actorName(one.reviewedByName)}`}
    </small>
  );
};

/** One thing that happened: day, who, what they said, and how it was judged. */
export const Happened = ({ one, levels }: { one: Happening; levels: Record<string, Sentence> }) => {
  const { t, say } = useWords();
  const verdict = verdictOf(one);
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {one.on !== undefined && <strong>{one.on} </strong>}
      {one.until !== undefined && `${t('to')} ${one.until} `}
      {one.before !== undefined && `${one.before} → ${one.plannedOn} `}
      {one.level !== undefined && `${say(levels[one.level], one.level)} `}
      {one.text != null && `${one.text} `}
      {verdict && <Tag color={verdict.isGood ? 'green' : 'orange'}>{say(verdict.word)}</Tag>}
      {one.reason != null && `${one.reason} `}
      <Who one={one} />
    </span>
  );
};

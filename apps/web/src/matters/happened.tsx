import { Tag } from 'antd';
import { useActorName } from '../app/known-to-all.ts';
import { w, type Sentence } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';

/** Something that happened to a matter, field by field, as its record tells it. */
export type Fact = Readonly<Record<string, unknown>>;

/** How it was judged: a reply by who reviews it, a solution by the firm; null where nobody judged. */
const verdictOf = ({ accepted, satisfied }: Fact): { readonly isGood: boolean; readonly word: Sentence } | null => {
  if (typeof accepted === 'boolean')
    return { isGood: accepted, word: accepted ? w('认可', 'accepted') : w('退回', 'sent back') };
  if (typeof satisfied === 'boolean')
    return { isGood: satisfied, word: satisfied ? w('企业满意', 'satisfied') : w('企业不满意', 'not satisfied') };
  return null;
};

/** Who said it, and who reviewed it. */
const Who = ({ one }: { one: Fact }) => {
  const { t, say, marks } = useWords();
  const actorName = useActorName();
  if (one['by'] == null) return null;
  return (
    <small className="small">
      {t('by')} {actorName(one['byName'] as string)}
      {one['reviewedBy'] != null &&
        `${marks.comma}${say(w('审核', 'reviewed by'))} ${actorName(one['reviewedByName'] as string)}`}
    </small>
  );
};

/** One thing that happened: day, who, what they said, and how it was judged. */
export const Happened = ({ one, levels }: { one: Fact; levels: Record<string, Sentence> }) => {
  const { t, say } = useWords();
  const verdict = verdictOf(one);
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {one['on'] !== undefined && <strong>{String(one['on'])} </strong>}
      {one['until'] !== undefined && `${t('to')} ${String(one['until'])} `}
      {one['before'] !== undefined && `${String(one['before'])} → ${String(one['plannedOn'])} `}
      {one['level'] !== undefined && `${say(levels[String(one['level'])], String(one['level']))} `}
      {one['text'] != null && `${String(one['text'])} `}
      {verdict && <Tag color={verdict.isGood ? 'green' : 'orange'}>{say(verdict.word)}</Tag>}
      {one['reason'] != null && `${String(one['reason'])} `}
      <Who one={one} />
    </span>
  );
};

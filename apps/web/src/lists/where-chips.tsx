import { Tag } from 'antd';
import { useSearchParams } from 'react-router';
import { useLists } from '../app/known-to-all.ts';
import { useWords, type Language } from '../words/words.ts';

const EVER = '1950-01-01'; // from the first business day on: on any day at all

/** A condition of an address in words: "签约日期 不早于 2026-05-28". */
const conditionWords = (text: string, nameOf: (field: string) => string, language: Language): string => {
  const [, field = '', operator = '', value = ''] = /^(\w+)(<=|>=|=|~)(.*)$/s.exec(text) ?? [];
  const name = nameOf(field);
  const zh = language === 'zh';
  if (operator === '>=' && value === EVER) return zh ? `${name} 已有` : `${name}: known`;
  if (operator === '>=') return `${name} ${zh ? '不早于' : 'from'} ${value}`;
  if (operator === '<=') return `${name} ${zh ? '不晚于' : 'until'} ${value}`;
  return `${name} ${value}`;
};

/** What an address narrows a list to beyond the filters, each with a way to take it away. A number of the cockpit opens its list so. */
export const WhereChips = () => {
  const { t, say, language } = useWords();
  const { columns } = useLists();
  const [chosen, choose] = useSearchParams();
  const where = chosen.getAll('where');
  if (where.length === 0) return null;
  return (
    <div className="chips" data-testid="where">
      {where.map((text) => {
        const said = conditionWords(
          text,
          (field) => say(columns.find(({ name }) => name === field)?.title, field),
          language,
        );
        return (
          <Tag
            key={text}
            closable={{ 'aria-label': `${t('removeFilter')} ${said}` }}
            onClose={() => {
              const left = new URLSearchParams(chosen);
              left.delete('where');
              for (const other of where) if (other !== text) left.append('where', other);
              choose(left, { replace: true });
            }}
          >
            {said}
          </Tag>
        );
      })}
    </div>
  );
};

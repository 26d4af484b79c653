import { Card, Descriptions } from 'antd';
import { useWords, type Word } from '../words/words.ts';
import { OtherProject } from './other-project.tsx';
import type { ProjectState } from './project-state.ts';

/** Where a project comes from and what became of it: split off, split, merged with, and what it may be the same as. Nothing where it stands alone. */
export const RelatedProjects = ({ state }: { state: ProjectState }) => {
  const { t } = useWords();
  const same = (verdict: string): readonly string[] =>
    Object.keys(state.duplicates).filter((id) => state.duplicates[id] === verdict);
  const related: readonly (readonly [Word, readonly string[]])[] = [
    ['splitFrom', state.parent === null ? [] : [state.parent]],
    ['splitInto', state.splitInto],
    ['absorbedProjects', state.absorbed],
    ['perhapsSame', same('open')],
    ['foundSame', same('same')],
    ['foundDifferent', same('different')],
  ];
  const told = related.filter(([, ids]) => ids.length > 0);
  if (told.length === 0) return null;
  return (
    <Card size="small" title={t('relatedProjects')} className="space-above" data-testid="related">
      <Descriptions
        column={1}
        size="small"
        layout="vertical"
        items={told.map(([word, ids]) => ({
          key: word,
          label: t(word),
          children: (
            <ul className="plain-list one-column">
              {ids.map((id) => (
                <li key={id}>
                  <OtherProject id={id} />
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Card>
  );
};

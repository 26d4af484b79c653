import { Button } from 'antd';
import { OnePicker, type Picked } from '../parts/form/pickers.tsx';
import { useWords } from '../words/words.ts';
import { PaperDrop } from './paper-drop.tsx';
import { usePapers, type Paper } from './paper-queries.ts';

const NOW = { asOf: null, asKnown: null } as const;

/** A paper as a command names it. */
interface Named {
  readonly kind: string;
  readonly sha256?: string;
}

const namedAs = ({ kind, name, sha256 }: Paper): Named => ({ kind: kind ?? name, sha256 });

/** The papers behind a record: those of the project are chosen, others are attached to it on the way. */
export const PapersEntry = ({ value = [], onChange, project }: Picked<readonly Named[]> & { project: string }) => {
  const { t } = useWords();
  const papers = usePapers(project, NOW).data?.papers ?? [];
  const isNamed = (sha256: string): boolean => value.some((one) => one.sha256 === sha256);
  const name = (paper: Paper): void => {
    if (!isNamed(paper.sha256)) onChange?.([...value, namedAs(paper)]);
  };
  const others = papers.filter(({ sha256 }) => !isNamed(sha256));
  return (
    <div data-testid="papers-entry">
      <ul className="named-papers">
        {value.map((one) => (
          <li key={one.sha256 ?? one.kind}>
            {papers.find(({ sha256 }) => sha256 === one.sha256)?.name ?? one.kind}{' '}
            <Button
              type="link"
              size="small"
              aria-label={`${t('dropPaper')} ${one.kind}`}
              onClick={() => {
                onChange?.(value.filter((other) => other !== one));
              }}
            >
              {t('removeRow')}
            </Button>
          </li>
        ))}
      </ul>
      <PaperDrop project={project} onAttached={name} />
      {others.length > 0 && (
        <OnePicker
          placeholder={t('knownPapers')}
          options={others.map(({ sha256, name: file }) => ({ value: sha256, label: file }))}
          onChange={(sha256) => {
            const paper = others.find((one) => one.sha256 === sha256);
            if (paper !== undefined) name(paper);
          }}
        />
      )}
    </div>
  );
};

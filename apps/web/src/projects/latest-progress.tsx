import { Card } from 'antd';
import { LongText } from '../parts/long-text.tsx';
import { useWords } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

/** The line of progress that was told last, and what comes next. */
export const LatestProgress = ({ progress }: Pick<ProjectState, 'progress'>) => {
  const { t, marks } = useWords();
  return (
    <Card size="small" title={t('latestProgress')} className="space-below">
      {progress === null ? t('noProgressYet') : <LongText text={`${progress.on} ${progress.text}`} />}
      {progress?.nextStep && (
        <div className="small">
          {t('nextStep')}
          {marks.colon}
          <LongText text={`${progress.nextStep} ${progress.nextDate ?? ''}`} />
        </div>
      )}
    </Card>
  );
};

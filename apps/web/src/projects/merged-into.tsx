import { Alert } from 'antd';
import { useTime } from '../parts/time.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { useProject } from './project-queries.ts';

/** Where a project went that was merged into another: what is recorded from then on stands there. */
export const MergedInto = ({ survivor }: { survivor: string }) => {
  const { t } = useWords();
  const { time } = useTime();
  const project = useProject(survivor, time).data;
  return (
    <Alert
      type="info"
      showIcon
      className="space-below"
      data-testid="merged-into"
      title={
        <>
          {t('mergedInto')} <Link to={`/projects/${survivor}`}>{project?.state.title ?? t('thatProject')}</Link>
        </>
      }
    />
  );
};

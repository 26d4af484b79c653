import { problemOf } from '../ask/api.ts';
import { useTime } from '../parts/time.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { useProject } from './project-queries.ts';

const NOT_FOUND = 404;

/** Another project by its name. One that the reader may not see, or that was not there on the day shown, is said to be that. */
export const OtherProject = ({ id }: { id: string }) => {
  const { t } = useWords();
  const { time } = useTime();
  const project = useProject(id, time);
  if (project.isError && problemOf(project.error).status === NOT_FOUND)
    return <span className="small">{t('notYours')}</span>;
  const { code, title } = project.data?.state ?? {};
  return <Link to={`/projects/${id}`}>{title === undefined ? t('thatProject') : `${title} ${code ?? ''}`}</Link>;
};

import { useQuery } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { useDeferredValue } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { Doubts } from './doubts.tsx';

interface Typed {
  readonly title?: string;
  readonly investor?: string;
  readonly nationalCode?: string;
  readonly creditCode?: string;
}

const useAlike = ({ title = '', investor = '', nationalCode = '', creditCode = '' }: Typed) => {
  const name = useDeferredValue(title.trim());
  const firm = useDeferredValue(investor.trim());
  const code = useDeferredValue(nationalCode.trim());
  const credit = useDeferredValue(creditCode.trim());
  return useQuery({
    queryKey: ['search', 'alike', name, firm, code, credit],
    queryFn: () =>
      answered(
        api.GET('/api/alike', {
          params: {
            query: {
              name,
              ...(firm === '' ? {} : { investor: firm }),
              ...(code === '' ? {} : { nationalCode: code }),
              ...(credit === '' ? {} : { creditCode: credit }),
            },
          },
        }),
      ),
    enabled: name.length > 1,
    placeholderData: (before) => before,
  });
};

/** While a project is registered: what is in doubt, and open ones that may be the same. A person decides; nothing is kept from being registered. */
export const AlikeProjects = () => {
  const form = Form.useFormInstance<Typed>();
  const typed = Form.useWatch([], form) ?? {};
  const found = useAlike(typed).data;
  if (found === undefined || (typed.title ?? '').trim().length < 2) return null;
  return (
    <>
      <Doubts doubts={found.doubts} />
      {found.rows.length > 0 && <AlikeList rows={found.rows} />}
    </>
  );
};

/** The surest first, with why. */
const AlikeList = ({ rows }: { rows: Schemas['AlikeProjects']['rows'] }) => {
  const { t, marks } = useWords();
  return (
    <Alert
      type={rows[0]!.level === 1 ? 'warning' : 'info'}
      showIcon
      className="space-above"
      data-testid="alike"
      title={t('alikeAlready')}
      description={
        <ul className="plain-list one-column">
          {rows.map(({ id, code, name, unit, reasons }) => (
            <li key={id}>
              <Link to={`/projects/${id}`} target="_blank">
                {name} {code}
              </Link>{' '}
              <span className="small">
                {[unit?.name, reasons.map((reason) => t(reason)).join(marks.list)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
};

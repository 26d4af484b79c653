import { useQuery } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { useDeferredValue } from 'react';
import { answered, api } from '../ask/api.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';

interface Typed {
  readonly title?: string;
  readonly investor?: string;
  readonly nationalCode?: string;
}

const useAlike = ({ title = '', investor = '', nationalCode = '' }: Typed) => {
  const name = useDeferredValue(title.trim());
  const firm = useDeferredValue(investor.trim());
  const code = useDeferredValue(nationalCode.trim());
  return useQuery({
    queryKey: ['search', 'alike', name, firm, code],
    queryFn: () =>
      answered(
        api.GET('/api/alike', {
          params: {
            query: { name, ...(firm === '' ? {} : { investor: firm }), ...(code === '' ? {} : { nationalCode: code }) },
          },
        }),
      ),
    enabled: name.length > 1,
    placeholderData: (before) => before,
  });
};

/** While a project is registered: open ones that may be the same, the surest first, with why. A person decides; nothing is kept from being registered. */
export const AlikeProjects = () => {
  const { t, marks } = useWords();
  const form = Form.useFormInstance<Typed>();
  const typed = (Form.useWatch([], form) ?? {}) as Typed;
  const rows = useAlike(typed).data?.rows ?? [];
  if (rows.length === 0 || (typed.title ?? '').trim().length < 2) return null;
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

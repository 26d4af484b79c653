import { useWords } from '../words/words.ts';
import { useRoles } from './people-queries.ts';

/** What each role may do, as the server enforces it. */
export const RolesExplained = () => {
  const { t, say, marks } = useWords();
  const roles = useRoles();
  if (roles === undefined) return null;
  return (
    <details className="space-above">
      <summary>{t('rolesExplained')}</summary>
      <dl>
        {roles.roles.map(({ role, title, may }) => (
          <div key={role}>
            <dt>
              <strong>{say(title, role)}</strong>
            </dt>
            <dd>{may.map((permission) => say(roles.permissions[permission], permission)).join(marks.list)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

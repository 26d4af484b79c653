import { useState, type SubmitEvent } from 'react';
import { answered, api, problemOf, type Problem, type Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { DoorField } from './door-field.tsx';

const FIELDS = ['user', 'password'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Name and password. The same form on its own page and over a page whose session has ended. */
export const SignInForm = ({
  user = '',
  onDone,
}: {
  user?: string;
  onDone: (session: Schemas['Session'], password: string) => void;
}) => {
  const { t, say } = useWords();
  const [typed, type] = useState<Typed>({ user, password: '' });
  const [tried, setTried] = useState(false);
  const [isShown, show] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onDone(await answered(api.POST('/api/session', { body: typed })), typed.password);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const empty = FIELDS.find((field) => typed[field] === '');
    if (empty !== undefined) event.currentTarget.querySelector<HTMLInputElement>(`[name=${empty}]`)?.focus();
    else if (!busy) void enter();
  };
  const field = (name: keyof Typed) => ({
    name,
    label: t(name),
    value: typed[name],
    wrong: tried && typed[name] === '' ? t('required') : null,
    onType: (value: string) => {
      type((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form className="door-form" onSubmit={send} noValidate>
      {problem && (
        <p className="door-problem" role="alert">
          {say(problem)}
        </p>
      )}
      <DoorField {...field('user')} autoComplete="username" autoFocus={user === ''} />
      <DoorField
        {...field('password')}
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        autoFocus={user !== ''}
      />
      <label className="door-choice">
        <input
          type="checkbox"
          checked={isShown}
          onChange={({ target }) => {
            show(target.checked);
          }}
        />
        {t('showTyped')}
      </label>
      <button type="submit" className="press whole-width" aria-busy={busy}>
        {t('signIn')}
      </button>
    </form>
  );
};

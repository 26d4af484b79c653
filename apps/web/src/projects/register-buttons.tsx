import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../app/known-to-all.ts';
import { BEGINNINGS } from '../generated/beginnings.ts';
import { useTime } from '../parts/time.ts';
import { COMMANDS, useWords } from '../words/words.ts';

const RegisterForm = lazy(async () => ({ default: (await import('./register-form.tsx')).RegisterForm }));

/** Begins a lead, or a project that already lives; the page of the new one opens. */
export const RegisterButtons = () => {
  const { say } = useWords();
  const permissions = useSession().data?.permissions ?? [];
  const { isPast } = useTime();
  const [begun, begin] = useState<string | null>(null);
  if (isPast) return null;
  return (
    <div className="buttons no-print">
      {BEGINNINGS.filter(({ needs }) => permissions.includes(needs)).map(({ type }) => (
        <Button
          key={type}
          type={type === 'RegisterLead' ? 'primary' : 'default'}
          onClick={() => {
            begin(type);
          }}
        >
          {say(COMMANDS[type], type)}
        </Button>
      ))}
      {begun !== null && (
        <Suspense>
          <RegisterForm
            type={begun}
            onClose={() => {
              begin(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
};

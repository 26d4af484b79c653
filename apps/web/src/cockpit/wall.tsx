import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';

/** The cockpit over the whole screen; the page behind rests meanwhile. Esc or the button leads back. */
export const Wall = ({
  title,
  at,
  onLeave,
  children,
}: {
  title: string;
  at: string;
  onLeave: () => void;
  children: ReactNode;
}) => {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // A browser that forbids the whole screen (an address opened without a click) still shows the wall in its window.
    dialog.current?.requestFullscreen().catch(() => undefined);
    return () => {
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  return (
    <dialog ref={dialog} className="wall" aria-label={title} onClose={onLeave} data-testid="wall">
      <header className="wall-head">
        <strong>
          {t('product')} · {title}
        </strong>
        <span data-testid="wall-time">
          {t('dataAt')} {at}
        </span>
        <Button size="small" onClick={onLeave}>
          {t('leaveWall')}
        </Button>
      </header>
      {children}
    </dialog>
  );
};

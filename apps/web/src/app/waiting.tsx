import { useWords } from '../words/words.ts';
import { wordOf } from './menu.ts';

/** Before it is known who is at the page, and while the rooms come: the name that index.html holds at the same place, so that nothing moves, and below it what is being opened. */
export const Waiting = () => {
  const { t } = useWords();
  const word = wordOf(window.location.pathname);
  return (
    <div className="waiting">
      {document.title}
      {word !== null && <p className="opening">{`${t('opening')}${t(word)}`}</p>}
    </div>
  );
};

import { Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useGo } from '../parts/way.tsx';
import { useFoundProjects } from '../parts/form/record-pickers.tsx';
import { useWords } from '../words/words.ts';
import { useLists } from './known-to-all.ts';
import type { Room } from './menu.ts';

interface Hit {
  readonly path: string;
  readonly label: string;
  readonly kind: string;
}

const MOST_PAGES = 8;

/** Finds a page, a list or a project by a part of its name, and goes there: with the keyboard alone. */
export const Palette = ({ rooms, onClose }: { rooms: readonly Room[]; onClose: () => void }) => {
  const { t, say, marks } = useWords();
  const go = useGo();
  const { lists } = useLists();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFoundProjects(typed);
  const wanted = typed.trim().toLowerCase();
  const pages: readonly Hit[] = [
    ...rooms.flatMap(({ entries }) => entries.map(({ path, word }) => ({ path, label: t(word), kind: t('pages') }))),
    ...lists.map(({ name, title }) => ({ path: `/lists/${name}`, label: say(title), kind: t('allProjects') })),
  ];
  const hits: readonly Hit[] = [
    ...pages.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, MOST_PAGES),
    ...(wanted === '' ? [] : (found.data?.rows ?? [])).map(({ id, code, name }) => ({
      path: `/projects/${id ?? ''}`,
      label: `${name ?? ''}${marks.aside(code ?? '')}`,
      kind: t('project'),
    })),
  ];
  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    go(hit.path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(now + step, hits.length - 1)));
    }
    if (event.key === 'Enter') open(hits[at]);
  };
  return (
    <Modal open title={t('palette')} footer={null} onCancel={onClose} destroyOnHidden>
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-hits"
        aria-activedescendant={`palette-${at}`}
        aria-label={t('palette')}
        placeholder={t('paletteHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-hits" role="listbox" aria-label={t('palette')} className="hits">
        {hits.map((hit, index) => (
          <li
            key={hit.path}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => {
              open(hit);
            }}
          >
            {hit.label} <span className="small">{hit.kind}</span>
          </li>
        ))}
      </ul>
      {hits.length === 0 && !found.isFetching && <p>{t('noneFound')}</p>}
    </Modal>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button, Tag, type InputRef } from 'antd';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { answered, api } from '../ask/api.ts';
import { useUnitName } from '../app/known-to-all.ts';
import { Changes } from '../parts/changes.tsx';
import { useChosen } from '../parts/chosen.ts';
import { DueWord } from '../parts/due-word.tsx';
import { Standing } from '../parts/standing.tsx';
import { TASK_STATES } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { useAgendaKeys } from './agenda-keys.ts';
import type { AgendaItem, KnownMeeting } from './meeting-state.ts';
import './meeting-mode.css';
import { QuickTask } from './quick-task.tsx';

const Agenda = ({ items, at, onGo }: { items: readonly AgendaItem[]; at: number; onGo: (index: number) => void }) => (
  <ol className="meeting-agenda" data-testid="meeting-agenda">
    {items.map((item, index) => (
      <li key={item.project}>
        <button
          type="button"
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
          onClick={() => {
            onGo(index);
          }}
        >
          {item.name}
          <span className="small">
            <Standing stood={item} />
          </span>
        </button>
      </li>
    ))}
  </ol>
);

/** One item: why it is on the agenda, what was recorded of it since the meeting before, and the tasks given on it. */
const Item = ({ meeting, item, known }: { meeting: string; item: AgendaItem; known: KnownMeeting }) => {
  const { t, say, marks } = useWords();
  const unitName = useUnitName();
  const changes = useQuery({
    queryKey: ['matter', 'meetings', meeting, 'changes'],
    queryFn: () => answered(api.GET('/api/meetings/{id}/changes', { params: { path: { id: meeting } } })),
  }).data;
  const changed = changes?.changed.filter(({ project }) => project.id === item.project) ?? [];
  const tasks = known.tasks.filter(({ project }) => project === item.project);
  return (
    <article className="meeting-item" data-testid="meeting-item">
      <h2>{item.name}</h2>
      <p>
        <Standing stood={item} />
      </p>
      {item.reason !== undefined && (
        <p>
          {t('listedBecause')}
          {marks.colon}
          {item.reason}
        </p>
      )}
      <h3>{t('changes')}</h3>
      {changes?.since === null && <p className="small">{t('noBefore')}</p>}
      {changes?.since != null && changed.length === 0 && <p className="small">{t('unchangedItem')}</p>}
      {changed.length > 0 && <Changes changed={changed} />}
      <h3>{t('tasksOfItem')}</h3>
      {tasks.length === 0 && <p className="small">{t('noTasksOfItem')}</p>}
      <ul className="plain">
        {tasks.map(({ task, text, state, unit, due }) => (
          <li key={task}>
            {text} <Tag>{say(TASK_STATES[state], state)}</Tag> {unitName(unit)} · <DueWord due={due} />
          </li>
        ))}
      </ul>
    </article>
  );
};

/** A meeting over the whole screen: its agenda, one item at a time, with tasks typed while they talk. Which item stands in the address. */
export const MeetingMode = ({
  id,
  title,
  known,
  buttons,
  mayGiveTasks,
  onLeave,
}: {
  id: string;
  title: string;
  known: KnownMeeting;
  buttons: ReactNode;
  mayGiveTasks: boolean;
  onLeave: () => void;
}) => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const text = useRef<InputRef>(null);
  const items = known.agenda?.items ?? [];
  const at = Math.min(Math.max(0, Number(chosen.get('item') ?? 1) - 1), Math.max(0, items.length - 1));
  const item = items[at];
  const last = items.length - 1;
  const keys = useMemo(() => {
    const go = (index: number) => () => {
      set('item', String(Math.min(Math.max(0, index), last) + 1));
    };
    return {
      j: go(at + 1),
      ArrowDown: go(at + 1),
      k: go(at - 1),
      ArrowUp: go(at - 1),
      n: () => text.current?.focus(),
      Escape: onLeave,
    };
  }, [at, last, set, onLeave]);
  useAgendaKeys(keys);
  useEffect(() => {
    // A browser that forbids the whole screen still shows the meeting in its window.
    document.documentElement.requestFullscreen().catch(() => undefined);
    return () => {
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  return (
    <section className="meeting-mode" aria-label={t('meetingMode')} data-testid="meeting-mode">
      <header>
        <strong>{title}</strong>
        <span>
          {known.heldOn ?? known.plannedOn}
          {known.agenda !== null && ` · ${t('dataAsOf')} ${known.agenda.asOf}`}
          {items.length > 0 && ` · ${t('itemOf')} ${at + 1} / ${items.length}`}
        </span>
        <span className="buttons">
          {buttons}
          <Button onClick={onLeave}>{t('leaveMeeting')}</Button>
        </span>
        <span className="small not-on-phone">{t('meetingKeys')}</span>
      </header>
      <div className="meeting-room">
        <Agenda
          items={items}
          at={at}
          onGo={(index) => {
            set('item', String(index + 1));
          }}
        />
        <div>
          {item === undefined ? <p>{t('noAgenda')}</p> : <Item meeting={id} item={item} known={known} />}
          {mayGiveTasks ? (
            <QuickTask meeting={id} project={item?.project ?? null} textRef={text} />
          ) : (
            known.heldOn === null && <p className="small">{t('heldFirst')}</p>
          )}
        </div>
      </div>
    </section>
  );
};

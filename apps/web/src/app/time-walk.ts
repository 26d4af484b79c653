import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { today } from '../parts/day.ts';
import { useTime } from '../parts/time.ts';
import { useHistory } from '../projects/project-queries.ts';
import { stepped, type Step } from './time-steps.ts';

const LOOK = 1_200; // how long each day of a play is looked at, in milliseconds

/** The days on which something is recorded of what the page shows; null where the page shows more than one project. */
const useRecordedDays = (): readonly string[] | null => {
  const { pathname } = useLocation();
  const { time } = useTime();
  const id = /^\/projects\/([^/]+)/.exec(pathname)?.[1];
  const history = useHistory(id ?? '', time, id !== undefined);
  return id === undefined ? null : (history.data?.events ?? []).map(({ occurredOn }) => occurredOn);
};

/** Walking through time: a step back or on, or on by itself until today. A play waits until what it came to is there. */
export const useTimeWalk = () => {
  const { time, setTime } = useTime();
  const days = useRecordedDays();
  const [chosen, take] = useState<Step>('month');
  const [playing, play] = useState(false);
  const waiting = useIsFetching() > 0;
  const step = days === null && chosen === 'event' ? 'month' : chosen;
  const day = time.asOf ?? today();
  const go = (by: 1 | -1): void => {
    const to = stepped(day, step, by, today(), days ?? []);
    if (to === today()) play(false);
    setTime({ asOf: to === today() ? null : to });
  };
  const moving = playing && time.asOf !== null;
  useEffect(() => {
    if (!moving || waiting) return undefined;
    const timer = window.setTimeout(() => {
      go(1);
    }, LOOK);
    return () => {
      window.clearTimeout(timer);
    };
  });
  return { day, step, take, go, byRecord: days !== null, playing: moving, play };
};

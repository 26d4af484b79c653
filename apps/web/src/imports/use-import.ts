import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../app/known-to-all.ts';
import { answered, api, problemOf, type Problem } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { useChosen } from '../parts/chosen.ts';
import type { Decisions } from './decisions.ts';
import type { Mapping } from './mapping.ts';
import { keepSaid, NOTHING_SAID, saidBefore, type Said } from './said-of-file.ts';
import { beginImport, followImport, isUnderWay, type Asked, type Report, type Status } from './send-import.ts';

/** One file on its way in: tried as often as somebody changes what is said of it, then stored. */
export interface Importing extends Said {
  readonly file: File | null; // null as well where the page was loaded anew: it cannot send the file again
  readonly restored: boolean; // what was said of the file before the page was left
  readonly status: Status | null;
  readonly report: Report | null;
  readonly busy: boolean;
  readonly problem: Pick<Problem, 'zh' | 'en'> | null;
  readonly choose: (file: File | null) => void;
  readonly forget: () => void; // what was said of the file
  readonly map: (mapping: Mapping) => void;
  readonly decide: (decisions: Decisions) => void;
  readonly tryAnew: () => void;
  readonly store: (remember: boolean) => void;
  readonly stop: () => void;
  readonly stopping: boolean; // asked for; what is being written is finished first
}

const IMPORT = 'import'; // in the address: the import that is shown

export const useImport = (): Importing => {
  const client = useQueryClient();
  const account = useSession().data?.account ?? '';
  const { chosen, set } = useChosen();
  const [file, setFile] = useState<File | null>(null);
  const [said, say] = useState<Said>(NOTHING_SAID);
  const [restored, setRestored] = useState(false);
  const [status, setStatus] = useState<Status | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const run = useMutation({
    mutationFn: async (asked: Asked | string) => {
      if (typeof asked === 'string') return followImport(asked, setStatus);
      const begun = await beginImport(asked);
      setStatus(begun);
      set(IMPORT, begun.id);
      return followImport(begun.id, setStatus);
    },
    onSuccess: async ({ report: found, dryRun, state }) => {
      if (found !== null) setReport(found);
      if (dryRun) say((now) => ({ ...now, changed: now.changed || state === 'stopped' }));
      if (dryRun || state !== 'done') return;
      if (file !== null) keepSaid(account, file, NOTHING_SAID);
      await refresh(client, [...PROJECT_TOUCHES, 'organisation', 'lists', 'imports']);
    },
    onError: (_error, asked) => {
      if (typeof asked !== 'string' && asked.dryRun) say((now) => ({ ...now, changed: true })); // what was said was not tried
    },
  });
  const stopping = useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/imports/{id}/stop', { params: { path: { id } } })),
  });
  const known = chosen.get(IMPORT);
  useEffect(() => {
    if (known !== null) run.mutate(known); // the page was loaded anew
  }, []);
  const send = (asked: Asked): void => {
    setStatus(null);
    stopping.reset();
    say((now) => ({ ...now, changed: false }));
    run.mutate(asked);
  };
  const begin = (chosenFile: File | null, before: Said | null): void => {
    run.reset();
    setFile(chosenFile);
    setRestored(before !== null);
    setStatus(null);
    setReport(null);
    say(before ?? NOTHING_SAID);
    if (chosenFile === null) set(IMPORT, null);
    else send({ ...(before ?? NOTHING_SAID), file: chosenFile, dryRun: true, remember: false });
  };
  const change = (more: Partial<Said>): void => {
    const now = { ...said, ...more, changed: true };
    say(now);
    if (file !== null) keepSaid(account, file, now);
  };
  const again = (dryRun: boolean, remember: boolean): void => {
    if (file !== null) send({ ...said, file, dryRun, remember });
  };
  const refused = run.error === null ? null : problemOf(run.error);
  const busy = run.isPending || (status !== null && isUnderWay(status) && !run.isError);
  return {
    ...said,
    file,
    restored,
    status,
    report,
    busy,
    problem: refused?.status === 401 ? null : (refused ?? status?.problem ?? null), // whose session is over is asked to sign in over the page
    choose: (chosenFile) => {
      begin(chosenFile, chosenFile === null ? null : saidBefore(account, chosenFile));
    },
    forget: () => {
      if (file === null) return;
      keepSaid(account, file, NOTHING_SAID);
      begin(file, null);
    },
    map: (mapping) => {
      change({ mapping });
    },
    decide: (decisions) => {
      change({ decisions });
    },
    tryAnew: () => {
      again(true, false);
    },
    store: (remember) => {
      again(false, remember);
    },
    stop: () => {
      if (status !== null) stopping.mutate(status.id);
    },
    stopping: ['pending', 'success'].includes(stopping.status),
  };
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, problemOf, type Problem } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import type { Decisions } from './decisions.ts';
import type { Mapping } from './mapping.ts';
import { isUnderWay, sendImport, type Asked, type Report, type Status } from './send-import.ts';

/** One file on its way in: tried as often as somebody changes what is said of it, then stored. */
export interface Importing {
  readonly file: File | null;
  readonly mapping: Mapping;
  readonly decisions: Decisions;
  readonly changed: boolean; // since it was tried last
  readonly status: Status | null;
  readonly report: Report | null;
  readonly busy: boolean;
  readonly problem: Pick<Problem, 'zh' | 'en'> | null;
  readonly choose: (file: File | null) => void;
  readonly map: (mapping: Mapping) => void;
  readonly decide: (decisions: Decisions) => void;
  readonly tryAnew: () => void;
  readonly store: (remember: boolean) => void;
  readonly stop: () => void;
}

type Said = Pick<Importing, 'mapping' | 'decisions' | 'changed'>;
const NOTHING_SAID: Said = { mapping: {}, decisions: {}, changed: false };

export const useImport = (): Importing => {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [said, say] = useState<Said>(NOTHING_SAID);
  const [status, setStatus] = useState<Status | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const run = useMutation({
    mutationFn: (asked: Asked) => sendImport(asked, setStatus),
    onSuccess: async (last, { dryRun }) => {
      if (last.report !== null) setReport(last.report);
      if (!dryRun) await refresh(client, [...PROJECT_TOUCHES, 'organisation', 'lists', 'imports']);
    },
  });
  const stopping = useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/imports/{id}/stop', { params: { path: { id } } })),
  });
  const send = (asked: Asked): void => {
    setStatus(null);
    say((now) => ({ ...now, changed: false }));
    run.mutate(asked);
  };
  const choose = (chosen: File | null): void => {
    run.reset();
    setFile(chosen);
    setStatus(null);
    setReport(null);
    say(NOTHING_SAID);
    if (chosen !== null) send({ ...NOTHING_SAID, file: chosen, dryRun: true, remember: false });
  };
  const again = (dryRun: boolean, remember: boolean): void => {
    if (file !== null) send({ ...said, file, dryRun, remember });
  };
  const busy = run.isPending || (status !== null && isUnderWay(status));
  return {
    ...said,
    file,
    status,
    report,
    busy,
    problem: run.error === null ? (status?.problem ?? null) : problemOf(run.error),
    choose,
    map: (mapping) => {
      say((now) => ({ ...now, mapping, changed: true }));
    },
    decide: (decisions) => {
      say((now) => ({ ...now, decisions, changed: true }));
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
  };
};

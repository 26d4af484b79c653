import { useQuery } from '@tanstack/react-query';
import { answered, api, sent, type Schemas } from '../ask/api.ts';
import { timeAsked, type Time } from '../parts/time.ts';

export type Paper = Schemas['Paper'];

/** The papers of a project as of the time that is looked at. */
export const usePapers = (project: string, time: Time) =>
  useQuery({
    queryKey: ['project', project, 'papers', time],
    queryFn: () =>
      answered(api.GET('/api/projects/{id}/papers', { params: { path: { id: project }, query: timeAsked(time) } })),
  });

export const paperAddress = (project: string, sha256: string): string => `/api/projects/${project}/papers/${sha256}`;

/** Attaches a file to a project; with the same key it is attached once. Throws Refusal. */
export const attachPaper = (project: string, file: File, key: string): Promise<Paper> => {
  const body = new FormData();
  body.append('file', file);
  return sent<Paper>(`/api/projects/${project}/papers`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body,
  });
};

const KILO = 1024;

/** A size as people say it: 860 KB, 1.2 MB. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < KILO) return `${bytes} B`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
};

import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/api.d.ts';
import { noticeAnswer } from './session-over.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export const api = createClient<paths>({ baseUrl: '/' });
api.use({
  onResponse: ({ response }) => {
    noticeAnswer(response);
  },
});

/** What the server refused, as it said it: code, both sentences, and the fields at fault. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.en}`);
  }
}

export const unreachable: Problem = {
  type: 'about:blank',
  status: 0,
  code: 'unreachable',
  title: '',
  zh: '连不上服务器，请稍后重试。',
  en: 'The server cannot be reached; try again later.',
  errors: [],
};

/** The body of an answer that was refused: the server's own sentences, or none where something between answered in its place. */
const problemIn = (body: unknown, status: number): Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'zh' in body
    ? (body as Problem)
    : { ...unreachable, status };

/** The data of an answer, or its refusal. */
export const answered = async <T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> => {
  const answer = await asked.catch((): never => {
    throw new Refusal(unreachable);
  });
  if (answer.response.ok) return answer.data as T;
  throw new Refusal(problemIn(answer.error, answer.response.status));
};

export const problemOf = (error: unknown): Problem => (error instanceof Refusal ? error.problem : unreachable);

/** Asks again where another try can help: the server was not reached, or it failed. What it refused stays refused. */
export const worthAnotherTry = (failures: number, error: unknown): boolean => {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status >= 500);
};

/** Sends to an address that only the server's catalogue knows (a command's path) or a file; the answer as the caller expects it. Throws Refusal. */
export const sent = async <T>(url: string, init: RequestInit): Promise<T> => {
  const response = await fetch(url, init).catch((): never => {
    throw new Refusal(unreachable);
  });
  noticeAnswer(response);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(problemIn(body, response.status));
  return body as T;
};

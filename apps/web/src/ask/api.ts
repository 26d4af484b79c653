import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/api.d.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export const api = createClient<paths>({ baseUrl: '/' });

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

/** The data of an answer, or its refusal. */
export const answered = async <T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> => {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new Refusal(unreachable);
  }
  if (answer.response.ok) return answer.data as T;
  throw new Refusal(
    (answer.error as Problem | undefined)?.code === undefined
      ? { ...unreachable, status: answer.response.status }
      : (answer.error as Problem),
  );
};

export const problemOf = (error: unknown): Problem => (error instanceof Refusal ? error.problem : unreachable);

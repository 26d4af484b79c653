import { answered, Refusal, unreachable, type Problem } from './api.ts';

/** How a request asks for an answer in lines, with openapi-fetch. */
export const IN_LINES = { parseAs: 'stream', headers: { Accept: 'application/x-ndjson' } } as const;

export type OnProgress = (done: number, of: number) => void;

type Line<T> = { readonly done: number; readonly of: number } | { readonly answer: T } | { readonly problem: Problem };

/** Reads an answer that comes in lines: how far it is, then what it is, or why there is none. */
export const followed = async <T>(
  asked: Promise<{ data?: ReadableStream<Uint8Array> | null; error?: unknown; response: Response }>,
  onProgress: OnProgress,
): Promise<T> => {
  const body = await answered(asked);
  const lines = body?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let rest = ''; lines !== undefined;) {
    const { done, value } = await lines.read();
    if (done) break;
    const [last = '', ...whole] = (rest + value).split('\n').reverse();
    rest = last;
    for (const line of whole.reverse().map((text) => JSON.parse(text) as Line<T>)) {
      if ('answer' in line) return line.answer;
      if ('problem' in line) throw new Refusal(line.problem);
      onProgress(line.done, line.of);
    }
  }
  throw new Refusal(unreachable);
};

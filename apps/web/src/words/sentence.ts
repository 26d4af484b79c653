export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
export const w = (zh: string, en: string): Sentence => ({ zh, en });

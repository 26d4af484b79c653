import type { Sentence } from '#domain';

/** A setting of the environment that cannot be right, and what it must be. `as` never holds a secret. */
export interface WrongSetting {
  readonly name: string;
  readonly as: string; // the value, or … where it may hold a password
  readonly must: Sentence;
}

/** The environment says something that cannot be right; every wrong setting is named. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  readonly sentence: Sentence;

  constructor(readonly wrong: readonly WrongSetting[]) {
    const lines = (say: (one: WrongSetting) => string): string => wrong.map((one) => `\n  ${say(one)}`).join('');
    const sentence = {
      zh: `环境变量有误：${lines(({ name, as, must }) => `${name}=${as}：${must.zh}`)}`,
      en: `The environment is wrong:${lines(({ name, as, must }) => `${name}=${as}: ${must.en}`)}`,
    };
    super(`${sentence.zh}\n${sentence.en}`);
    this.sentence = sentence;
  }
}

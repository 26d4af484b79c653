import type { Chance } from './chance.ts';

/** The process died: nothing after this line of it ever ran. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export interface Life {
  dead: boolean;
}

/** The same object, whose calls take a while, and now and then kill their caller before or after they have done their work. */
export const faulty = <T extends object>(target: T, life: Life, { often, below }: Chance, probability: number): T => {
  const die = (): never => {
    life.dead = true;
    throw new Crash();
  };
  return new Proxy(target, {
    get: (object, name) => {
      const value = Reflect.get(object, name) as unknown;
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]): Promise<unknown> => {
        if (life.dead) throw new Crash();
        for (let turns = below(4); turns > 0; turns -= 1) await Promise.resolve();
        if (often(probability)) die();
        const answer = await (value as (...all: unknown[]) => Promise<unknown>).apply(object, given);
        if (life.dead) throw new Crash();
        if (often(probability)) die();
        return answer;
      };
    },
  });
};

/** A long list of numbers, eight bytes each and nothing for the collector to walk. */
export interface Numbers {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** The number at a place; `otherwise` where none was set. */
  readonly at: (place: number) => number;
  readonly set: (place: number, value: number) => void;
  readonly sorted: () => Float64Array;
}

export const numbers = (otherwise = 0): Numbers => {
  let held = new Float64Array(64).fill(otherwise);
  let length = 0;
  const set = (place: number, value: number): void => {
    if (place >= held.length) {
      const wider = new Float64Array(Math.max(place + 1, held.length * 2)).fill(otherwise);
      wider.set(held);
      held = wider;
    }
    held[place] = value;
    length = Math.max(length, place + 1);
  };
  return {
    length: () => length,
    push: (value) => {
      set(length, value);
    },
    at: (place) => held[place] ?? otherwise,
    set,
    sorted: () => held.slice(0, length).sort(),
  };
};

/** Runs work on one name at a time, in the order asked; work on different names runs side by side. */
export const inTurn = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(name);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(name, mine);
    const leave = (): void => {
      if (last.get(name) === mine) last.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  };
};

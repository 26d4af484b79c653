import { inSnapshot } from '#database';
import { countBins, LISTS, momentOf } from '#projections';
import type { Asking, Question } from '../ask.ts';
import { stillStanding } from '../cockpit/kept-answers.ts';
import { instantPosition } from '../projects/instant.ts';
import type { AsOfQuery } from '../projects/queries.ts';
import type { ListCounts } from './list-counts.ts';

const counted = async ({ office, scope }: Asking, asked: AsOfQuery, wanted: bigint | null): Promise<ListCounts> => {
  const day = asked.asOf ?? office.today();
  const bins = LISTS.map((list) => ({ list, where: [] }));
  const { position, counts } = await inSnapshot(office.pool, async (tx) => {
    const moment = await momentOf(tx, wanted);
    const rows = { asOf: { day, position: moment.asked }, scope, where: [] };
    return { position: moment.position, counts: await countBins(tx, bins, rows) };
  });
  return {
    asOf: day,
    asKnown: asked.asKnown ?? office.now().toISOString(),
    position: Number(position),
    lists: counts.map(({ total, contracted }, index) => ({ name: LISTS[index]!.name, total, contracted })),
  };
};

/** The lists by their numbers, in one pass over the projects; found once for as long as nothing new is recorded. */
export const countLists: Question<AsOfQuery, ListCounts> = {
  upToDate: ['projects'],
  answer: async (asking, asked) => {
    const { office, scope } = asking;
    const wanted = await instantPosition(office.store, asked.asKnown);
    const { position, edition } = await office.projects.standing();
    const answer = await office.listCounts(edition, JSON.stringify([scope, asked, asked.asOf ?? office.today()]), () =>
      counted(asking, asked, wanted),
    );
    return wanted === null ? stillStanding(answer, Number(position)) : answer;
  },
};

import { useMemo } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { isColour } from '../parts/colour-word.tsx';
import { timeAsked } from '../parts/time.ts';

/** What a list can be narrowed to, each by the name under which it stands in the address. */
const NARROWING = ['colour', 'q', 'unit', 'leader', 'region', 'year', 'from', 'to', 'clock', 'phase', 'tag'] as const;
export type NarrowingName = (typeof NARROWING)[number];

/** What is asked of a list; everything of it stands in the address, so that a view can be sent to a colleague. */
export type ListAsked = {
  readonly [Name in NarrowingName | 'asOf' | 'asKnown' | 'sort' | 'group' | 'columns']: string | null;
};

const ASKED = [...NARROWING, 'asOf', 'asKnown', 'sort', 'group', 'columns'] as const;
const YI = /^\d{1,6}$/; // 亿元

const inYuan = (yi: string | null): string | null => (yi === null || !YI.test(yi) ? null : `${yi}00000000.00`);

/** The conditions as the server takes them. */
export const conditionsOf = ({ leader, region, year, from, to, clock, phase, tag }: ListAsked): string[] => {
  const [least, most] = [inYuan(from), inYuan(to)];
  return [
    ...(leader === null ? [] : [`responsible=${leader}`]),
    ...(region === null ? [] : [`region=${region}`]),
    ...(year === null ? [] : [`signingYear=${year}`]),
    ...(least === null ? [] : [`contracted>=${least}`]),
    ...(most === null ? [] : [`contracted<=${most}`]),
    ...(clock === null ? [] : [`clock=${clock}`]),
    ...(phase === null ? [] : [`phase=${phase}`]),
    ...(tag === null ? [] : [`tags=${tag}`]),
  ];
};

/** The question as the server takes it, without the page. */
export const questionOf = (asked: ListAsked, also: readonly string[]) => {
  const { colour, q, unit, sort, group } = asked;
  const where = [...conditionsOf(asked), ...also];
  return {
    ...timeAsked(asked),
    ...(isColour(colour) ? { colour: [colour] } : {}),
    ...(q === null ? {} : { q }),
    ...(unit === null ? {} : { unit }),
    ...(where.length === 0 ? {} : { where }),
    ...(sort === null ? {} : { sort }),
    ...(group === null ? {} : { group: 'signingYear' as const }),
  };
};

/** The same as the search part of an address, for what is downloaded by a link. */
export const searchOf = (asked: ListAsked, also: readonly string[]): URLSearchParams => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(questionOf(asked, also)))
    for (const one of [value].flat()) search.append(name, one);
  return search;
};

/** What the address asks, and how it is asked otherwise. */
export const useListAsked = () => {
  const { chosen, set, setAll } = useChosen();
  const asked = useMemo(() => Object.fromEntries(ASKED.map((name) => [name, chosen.get(name)])) as ListAsked, [chosen]);
  const also = useMemo(() => chosen.getAll('where'), [chosen]);
  return {
    asked,
    also, // conditions that another page asked for, as the server takes them
    set,
    filtered: also.length > 0 || NARROWING.some((name) => asked[name] !== null),
    clear: () => {
      setAll(Object.fromEntries([...NARROWING, 'where'].map((name) => [name, null])));
    },
  };
};

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answered, api, type Schemas } from '../ask/api.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { drawnYi, HOUSE_PAINT, said, saidExactly, type Charted } from '../charts/charted.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords, type Word } from '../words/words.ts';
import { figureAddress } from './figure-address.ts';
import { useFiguresAsked, type FiguresAsked } from './figures-asked.ts';
import { FiguresBar } from './figures-bar.tsx';
import './numbers.css';
import { useNoteWord } from './metric-words.ts';
import { OneOf, useOneOf } from './one-of.tsx';
import { useRowName } from './row-names.ts';

const BY = {
  'size-band': 'bySizeBand',
  chain: 'byChain',
  region: 'byRegion',
  unit: 'byUnit',
  'land-mode': 'byLandMode',
  origin: 'byOrigin',
  month: 'byMonth',
  tag: 'byTag',
} as const;
const OF = { signed: 'ofSignings', started: 'ofStarts', arrived: 'ofArrivals' } as const;
/** The metric by which a row of each kind opens. */
const METRIC = { signed: 'signed-amount', started: 'started-amount', arrived: 'all-arrived' } as const;

const charted = (
  { rows, by }: Schemas['Structure'],
  of: keyof typeof OF,
  asked: FiguresAsked,
  nameOf: (key: string | null) => string,
  t: (word: Word) => string,
): Charted => ({
  head: t(BY[by as keyof typeof BY]),
  series: [
    { key: 'count', name: t('countWord'), paint: HOUSE_PAINT[0], fill: 'solid' },
    { key: 'amount', name: t('amountYi'), paint: HOUSE_PAINT[1], fill: 'solid', line: true },
    { key: 'share-count', name: t('shareOfCount'), paint: HOUSE_PAINT[0], fill: 'solid', told: true },
    { key: 'share-amount', name: t('shareOfAmount'), paint: HOUSE_PAINT[0], fill: 'solid', told: true },
  ],
  rows: rows.map(({ key, label, count, amount, shareOfCount, shareOfAmount }) => {
    const to = figureAddress(METRIC[of], { ...asked, by, key: key ?? '' });
    const percent = (ratio: typeof shareOfCount) => ({ drawn: 0, said: ratio === null ? '—' : `${ratio.percent} %` });
    return {
      key: key ?? '',
      label: by === 'unit' ? label || nameOf(key) : nameOf(key),
      values: [
        { drawn: Number(count), said: count, to },
        { drawn: drawnYi([amount]), said: said([amount]), exact: saidExactly([amount]), to },
        percent(shareOfCount),
        percent(shareOfAmount),
      ],
    };
  }),
});

/** Of what the signed, started or arrived of a period consists. */
export const StructurePage = () => {
  const { t, marks } = useWords();
  const rowName = useRowName();
  const noteWord = useNoteWord();
  const asked = useFiguresAsked();
  const by = useOneOf('by', BY);
  const of = useOneOf('of', OF);
  const structure = useQuery({
    queryKey: ['list', 'structure', asked, by, of],
    queryFn: () => answered(api.GET('/api/structure', { params: { query: { ...asked, by, of } } })),
    placeholderData: keepPreviousData,
  });
  const { data } = structure;
  return (
    <>
      <PageTitle>{t('structurePage')}</PageTitle>
      <FiguresBar>
        <OneOf name="of" label="whatIs" of={OF} />
        <OneOf name="by" label="toldApartBy" of={BY} />
      </FiguresBar>
      {structure.isError && <Refused error={structure.error} again={structure.refetch} />}
      {structure.isPending && <Skeleton active />}
      {data?.total.count === '0' && (
        <Notice testId="nothing-counted" title={t('nothingCounted')} hint={t('nothingCountedHint')} />
      )}
      {data && data.total.count !== '0' && (
        <div className="numbers">
          <ChartCard
            testId="structure"
            title={`${t(OF[of])} · ${t(BY[by])}`}
            about={[
              `${t('wholeRow')} ${data.total.count}`,
              said([data.total.amount]),
              data.notes.map(noteWord).join(marks.semicolon),
            ]
              .filter(Boolean)
              .join(' · ')}
            charted={charted(data, of, asked, (key) => rowName(by, key), t)}
            height={360}
          />
        </div>
      )}
    </>
  );
};

import { Link } from '../parts/way.tsx';
import { said, saidExactly, WORST_FIRST } from '../charts/charted.ts';
import { useLists } from '../app/known-to-all.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { useWords } from '../words/words.ts';
import { addressOf, type Cockpit, type Counted, type Shown } from './cockpit-queries.ts';

const Amounts = ({ of: { contracted } }: { of: Counted }) => (
  <span className="tile-amount" title={saidExactly(contracted)}>
    {contracted.length === 0 ? '—' : said(contracted)}
  </span>
);

/** The live projects in the five colours, the worst first; each opens its projects. */
export const ColourTiles = ({ cockpit: { live }, shown }: { cockpit: Cockpit; shown: Shown }) => {
  const { t } = useWords();
  return (
    <section className="tiles" aria-label={t('fiveColours')} data-testid="five-colours">
      <Link to={addressOf(live, shown)} className="tile">
        <span className="tile-name">{t('liveProjects')}</span>
        <strong>{live.total}</strong>
        <Amounts of={live} />
      </Link>
      {WORST_FIRST.map((colour) => (
        <Link
          key={colour}
          to={addressOf(live, shown, colour)}
          className={`tile tile-${colour}`}
          data-testid={`live-${colour}`}
        >
          <span className="tile-name">
            <ColourWord colour={colour} />
          </span>
          <strong>{live.colours[colour].total}</strong>
          <Amounts of={live.colours[colour]} />
        </Link>
      ))}
    </section>
  );
};

/** The five lists with what they come to, and how much of it is red. */
export const ListTiles = ({ cockpit: { lists }, shown }: { cockpit: Cockpit; shown: Shown }) => {
  const { t, say } = useWords();
  const { lists: names } = useLists();
  return (
    <section className="tiles" aria-label={t('fiveLists')} data-testid="five-lists">
      {lists.map((bin) => (
        <div key={bin.list} className="tile">
          <Link to={addressOf(bin, shown)} className="tile-whole">
            <span className="tile-name">{say(names.find(({ name }) => name === bin.list)?.title)}</span>
            <strong>{bin.total}</strong>
            <Amounts of={bin} />
          </Link>
          {bin.colours.red.total > 0 && (
            <Link to={addressOf(bin, shown, 'red')} className="tile-of-red">
              <ColourWord colour="red" /> {bin.colours.red.total}
            </Link>
          )}
        </div>
      ))}
    </section>
  );
};

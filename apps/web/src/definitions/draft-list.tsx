import type { Schemas } from '../ask/api.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';

/** The drafts that nobody has published yet, each leading to what it would change. */
export const DraftList = ({ drafts }: { drafts: Schemas['Definitions']['drafts'] }) => {
  const { t, say } = useWords();
  const open = drafts.filter(({ publishedAs }) => publishedAs === null);
  if (open.length === 0) return null;
  return (
    <section className="panel" aria-label={t('openDrafts')} data-testid="definition-drafts">
      <div className="panel-head">
        <h2>{t('openDrafts')}</h2>
      </div>
      <PlainTable
        about={t('openDrafts')}
        columns={[{ title: t('ofDraft') }, { title: t('definition') }, { title: t('noteField') }]}
      >
        {open.map(({ draft, definition, note }) => (
          <tr key={draft}>
            <td>
              <Link to={`/definitions?draft=${draft}`}>{draft}</Link>
            </td>
            <th scope="row">{say(definition.title)}</th>
            <td>{note ?? '—'}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
};

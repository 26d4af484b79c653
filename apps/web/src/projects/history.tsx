import { Button, Tag } from 'antd';
import { Fragment } from 'react';
import { useActorName, useUnitName } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import { useFactWords } from '../parts/fact-words.ts';
import { EVENTS, useWords } from '../words/words.ts';
import { dayOf } from './corrections.ts';
import type { Entry } from './history-entry.ts';
import { Narrowing, useWanted } from './history-narrowing.tsx';
import { OtherProject } from './other-project.tsx';

const OF_CORRECTIONS: readonly string[] = ['FactVoided', 'FactCorrected'];

const OF_PROJECTS: readonly string[] = ['absorbed', 'survivor', 'parent', 'other']; // fields that name another project

const OF_TWO: readonly string[] = ['ProjectSplit', 'ProjectsMerged', 'ProjectAbsorbed']; // stand on another project, too

const OF_ARRIVALS: readonly string[] = ['ArrivalCertified', 'ArrivalReversed'];
/** How the money came that was certified or reversed. */
const reportOf = (events: readonly Entry[], arrival: unknown): Entry | undefined =>
  events.find(({ type, data }) => type === 'ArrivalReported' && data['arrival'] === arrival);

/** What a fact says, field by field with their names; of a correction, what it changed from and to. */
const FactText = ({ entry, events }: { entry: Entry; events: readonly Entry[] }) => {
  const { say, marks } = useWords();
  const { fieldName, valueInWords, dataInWords } = useFactWords();
  const { data, type } = entry;
  const target = events.find(({ version }) => version === data['target']);
  if (OF_CORRECTIONS.includes(type) && target !== undefined) {
    const field = typeof data['field'] === 'string' ? data['field'] : '';
    return (
      <span>
        {target.occurredOn} {say(EVENTS[target.type], target.type)}
        {type === 'FactCorrected' &&
          ` · ${fieldName(field, target.type)}${marks.colon}${valueInWords(field, data['from'], target.type)} → ${valueInWords(field, data['to'], target.type)}`}
        {` · ${valueInWords('reason', data['reason'])}`}
      </span>
    );
  }
  const arrival = OF_ARRIVALS.includes(type) ? reportOf(events, data['arrival']) : undefined;
  const own = Object.fromEntries(Object.entries(data).filter(([field]) => !OF_PROJECTS.includes(field)));
  return (
    <span>
      {OF_PROJECTS.filter((field) => typeof data[field] === 'string').map((field) => (
        <Fragment key={field}>
          {fieldName(field, type)} <OtherProject id={data[field] as string} />{' '}
        </Fragment>
      ))}
      {[arrival && dataInWords(arrival.data, arrival.type), dataInWords(own, type)].filter(Boolean).join(' · ')}
    </span>
  );
};

const Source = ({ entry }: { entry: Entry }) => {
  const { t, marks } = useWords();
  const unitName = useUnitName();
  const actorName = useActorName();
  const imported = entry.imported as { sheet: string; row: number } | null;
  return (
    <div className="small">
      #{entry.version} · {actorName(entry.actor.name)}
      {entry.actor.unit ? marks.aside(unitName(entry.actor.unit)) : ''} · {t('recordedAt')} {minute(entry.recordedAt)}
      {imported && ` · ${t('imported')} ${imported.sheet} ${imported.row}`}
      {entry.evidence.length > 0 && ` · ${t('papers')} ${entry.evidence.map(({ kind }) => kind).join(marks.list)}`}
      {entry.basis && ` · ${t('onPaper')} ${entry.basis}`}
      {entry.approver && ` · ${t('approvedBy')} ${entry.approver}`}
      {entry.note && ` · ${entry.note}`}
    </div>
  );
};

interface Changing {
  readonly onCorrect?: ((entry: Entry) => void) | undefined;
  readonly onVoid?: ((entry: Entry) => void) | undefined;
}

/** How a record is changed, and where to go where it cannot be voided. */
const Changes = ({ entry, onCorrect, onVoid }: Changing & { readonly entry: Entry }) => {
  const { t } = useWords();
  const ways = [
    { word: 'correct', begin: onCorrect },
    { word: 'voidIt', begin: entry.voidable ? onVoid : undefined },
  ] as const;
  return (
    <>
      {ways.map(({ word, begin }) =>
        begin === undefined ? null : (
          <Button
            key={word}
            type="link"
            size="small"
            className="no-print"
            onClick={() => {
              begin(entry);
            }}
          >
            {t(word)}
          </Button>
        ),
      )}
      {onVoid !== undefined && OF_TWO.includes(entry.type) && <div className="small no-print">{t('standsOnTwo')}</div>}
    </>
  );
};

interface Dated {
  readonly entry: Entry;
  readonly day: string; // after the corrections so far
}
const newestFirst = (a: Dated, b: Dated): number =>
  a.day === b.day ? b.entry.version - a.entry.version : a.day < b.day ? 1 : -1;

/** The day of a record and what it is; a day that was corrected stands beside the one that was written first. */
const What = ({ entry: { type, occurredOn, datePrecision }, day }: Dated) => {
  const { say, marks } = useWords();
  const moved = day !== occurredOn;
  return (
    <>
      <strong>
        {datePrecision === 'month' && !moved ? day.slice(0, 7) : day} {say(EVENTS[type], type)}
      </strong>
      {moved && <span className="small">{marks.aside(`${occurredOn} → ${day}`)}</span>}{' '}
    </>
  );
};

const FEW = 6; // records that are read at a glance

/** Every fact up to the day looked at, or of those `after` another, the newest first: who, when, what, on what paper. Corrected and voided facts stay, and say so. */
export const HistoryList = ({
  events,
  after = null,
  asOf,
  onCorrect,
  onVoid,
}: Changing & {
  readonly events: readonly Entry[];
  readonly after?: string | null;
  readonly asOf: string | null;
}) => {
  const { t } = useWords();
  const isWanted = useWanted();
  const dated = events.map((entry): Dated => ({ entry, day: dayOf(entry, events) }));
  const shown = dated.filter(({ day }) => (after === null || day > after) && (asOf === null || day <= asOf));
  const known = shown.map(({ entry }) => entry);
  const isMarked = (kind: string, version: number): boolean =>
    known.some(({ type, data }) => type === kind && data['target'] === version);
  const wanted = shown.filter(({ entry }) => isWanted(entry)).sort(newestFirst);
  return (
    <>
      {known.length > FEW && <Narrowing types={[...new Set(known.map(({ type }) => type))]} />}
      {wanted.length === 0 && known.length > 0 && <p className="small">{t('noSuchRecord')}</p>}
      <ol className="history" data-testid="history">
        {wanted.map(({ entry, day }) => {
          const voided = isMarked('FactVoided', entry.version);
          const open = !voided && entry.changing !== null;
          return (
            <li key={entry.version} className={voided ? 'voided' : ''}>
              <span className="what">
                <What entry={entry} day={day} />
                <FactText entry={entry} events={events} />
              </span>{' '}
              {voided && <Tag color="red">{t('voided')}</Tag>}
              {!voided && isMarked('FactCorrected', entry.version) && <Tag color="orange">{t('corrected')}</Tag>}
              {open && <Changes entry={entry} onCorrect={onCorrect} onVoid={onVoid} />}
              <Source entry={entry} />
            </li>
          );
        })}
      </ol>
    </>
  );
};

import { Button, Tag } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { useActorName, useUnitName } from '../app/known-to-all.ts';
import { EVENTS, inWan, useWords } from '../words/words.ts';

export type Entry = Schemas['History']['events'][number];

/** A fact's data in words: money in 万元, lists joined, the rest as it stands. */
export const inWords = (data: Record<string, unknown>, unitName: (unit: string) => string): string =>
  Object.entries(data)
    .flatMap(([field, value]): string[] => {
      if (value === null || value === undefined || ['code', 'title'].includes(field)) return [];
      if (field === 'unit' && typeof value === 'string') return [unitName(value)];
      if (typeof value === 'object' && 'amount' in value && 'currency' in value)
        return [`${inWan(String(value.amount))} 万${value.currency === 'CNY' ? '元' : String(value.currency)}`];
      if (Array.isArray(value))
        return value.length === 0
          ? []
          : [value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join('、')];
      if (typeof value === 'object') return [JSON.stringify(value)];
      return typeof value === 'boolean' ? [`${field}: ${value ? '✓' : '✗'}`] : [String(value)];
    })
    .join(' · ');

/** Every fact, the newest first: who, when, what, on what paper. Corrected and voided facts stay, and say so. */
export const HistoryList = ({
  events,
  onCorrect,
  onVoid,
}: {
  events: readonly Entry[];
  onCorrect?: (entry: Entry) => void;
  onVoid?: (entry: Entry) => void;
}) => {
  const { t, say } = useWords();
  const unitName = useUnitName();
  const actorName = useActorName();
  const marks = (kind: string, version: number): Entry | undefined =>
    events.find(({ type, data }) => type === kind && (data as { target?: number }).target === version);
  return (
    <ol className="history" data-testid="history">
      {[...events]
        .sort((a, b) => (a.occurredOn === b.occurredOn ? b.version - a.version : a.occurredOn < b.occurredOn ? 1 : -1))
        .map((entry) => {
          const voided = marks('FactVoided', entry.version);
          const corrected = marks('FactCorrected', entry.version);
          const imported = entry.imported as { sheet: string; row: number } | null;
          const fact = !['FactVoided', 'FactCorrected'].includes(entry.type);
          return (
            <li key={entry.version} className={voided ? 'voided' : ''}>
              <span className="what">
                <strong>
                  {entry.datePrecision === 'month' ? entry.occurredOn.slice(0, 7) : entry.occurredOn}{' '}
                  {say(EVENTS[entry.type], entry.type)}
                </strong>{' '}
                {inWords(entry.data as Record<string, unknown>, unitName)}
              </span>{' '}
              {voided && <Tag color="red">{t('voided')}</Tag>}
              {corrected && !voided && <Tag color="orange">{t('corrected')}</Tag>}
              {fact && !voided && onCorrect && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    onCorrect(entry);
                  }}
                >
                  {t('correct')}
                </Button>
              )}
              {fact && !voided && entry.version > 1 && onVoid && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    onVoid(entry);
                  }}
                >
                  {t('voidIt')}
                </Button>
              )}
              <div className="small">
                #{entry.version} · {actorName(entry.actor.name)}
                {entry.actor.unit ? `（${unitName(entry.actor.unit)}）` : ''} · {t('recordedAt')}{' '}
                {new Date(entry.recordedAt).toLocaleString()}
                {imported && ` · ${t('imported')} ${imported.sheet} ${imported.row}`}
                {entry.basis && ` · ${t('onPaper')} ${entry.basis}`}
                {entry.approver && ` · ${t('approvedBy')} ${entry.approver}`}
                {entry.note && ` · ${entry.note}`}
              </div>
            </li>
          );
        })}
    </ol>
  );
};

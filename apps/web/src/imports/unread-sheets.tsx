import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import { useImportFields } from './import-queries.ts';
import type { Report } from './send-import.ts';

/** Sheets with rows of data that nobody understood: the loudest line of the result. */
export const UnreadSheets = ({ unread, onMap }: { unread: Report['unread']; onMap: (() => void) | null }) => {
  const { many, t, marks } = useWords();
  const { nameOf } = useImportFields();
  return unread.map(({ sheet, rows, headers, missing }) => (
    <Alert
      key={sheet}
      type="error"
      showIcon
      className="space-below"
      data-testid="unread"
      title={`${sheet} · ${many(rows, 'rowsOf')} · ${t('unreadTitle')}`}
      description={
        <>
          <p>{t('unreadHint')}</p>
          <p className="small">
            {t('header')}
            {marks.colon}
            {headers.join(marks.list)}
          </p>
          {missing.length > 0 && (
            <p className="small">
              {t('missingFields')}
              {marks.colon}
              {missing.map(nameOf).join(marks.list)}
            </p>
          )}
        </>
      }
      action={onMap && <Button onClick={onMap}>{t('mapIt')}</Button>}
    />
  ));
};

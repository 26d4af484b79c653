import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/words.ts';

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says that the network is gone, and what still works. */
export const OfflineBanner = () => {
  const { t } = useWords();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : <Alert banner type="warning" showIcon title={t('offline')} data-testid="offline" />;
};

import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/** Said in place of a page whose code failed. */
export const BrokenPage = ({ error }: { error: Error }) => {
  const { t } = useWords();
  return (
    <Notice
      level={1}
      title={t('pageBroke')}
      hint={t('pageBrokeHint')}
      actions={
        <button
          type="button"
          className="press"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('loadAgain')}
        </button>
      }
    >
      <code>{error.message}</code>
    </Notice>
  );
};

import { Button } from 'antd';
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
        <Button
          type="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('loadAgain')}
        </Button>
      }
    >
      <code>{error.message}</code>
    </Notice>
  );
};

import { Button, Modal, Typography } from 'antd';
import { useWords, type Word } from '../words/words.ts';

/** A secret that the server answers this once: shown until it is copied and closed, kept nowhere. */
export const SaidOnce = ({
  title,
  hint,
  secret,
  onClose,
}: {
  title: Word;
  hint?: Word;
  secret: string;
  onClose: () => void;
}) => {
  const { t } = useWords();
  return (
    <Modal
      open
      title={t(title)}
      closable={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <Typography.Paragraph copyable={{ tooltips: t('copy') }} data-testid="said-once">
        {secret}
      </Typography.Paragraph>
      {hint && <p>{t(hint)}</p>}
    </Modal>
  );
};

import { App, Card, Col, Row } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { PasswordForm } from '../app/password-form.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useWords } from '../words/words.ts';
import { SCOPE_WORDS } from './people-words.ts';
import { useRoles } from './people-queries.ts';
import { TokensCard } from './tokens-card.tsx';

/** One's own account: what one may, the password, the tokens. */
export const OwnAccountPage = () => {
  const { t, say, marks } = useWords();
  const { message } = App.useApp();
  const session = useSession().data;
  const roles = useRoles()?.roles ?? [];
  if (!session) return null;
  const held = session.roles.map((role) => say(roles.find((one) => one.role === role)?.title, role)).join(marks.list);
  return (
    <>
      <PageTitle>{t('ownAccount')}</PageTitle>
      <p>
        {session.name}
        {marks.aside(session.user)} · {t('yourRoles')} {held} · {t('yourScope')}{' '}
        {say(SCOPE_WORDS[session.scope.kind], session.scope.kind)}
      </p>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={10}>
          <Card size="small" title={t('changePassword')}>
            <PasswordForm
              user={session.user}
              onDone={() => {
                message.success(t('passwordChanged'));
              }}
            />
          </Card>
        </Col>
        <Col xs={24} lg={14}>
          <TokensCard />
        </Col>
      </Row>
    </>
  );
};

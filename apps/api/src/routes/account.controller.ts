import { Body, Controller, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { readCommand } from '#domain';
import { ChangeAccount, CreateAccount, IssueToken, type Caller } from '#identity';
import { Asker, Route } from '../access/route.ts';
import { object, listOf, ref, text } from '../openapi/schema.ts';
import { actorOf, changeAccount, createAccount, showAccount, showAccounts, showTokens, type Office } from '#office';
import { OFFICE } from '../office-token.ts';
import { Ask } from '../query-bus.ts';

@Controller('api/accounts')
export class AccountController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'accounts',
    does: { zh: '全部账号', en: 'All accounts' },
    needs: 'see-accounts',
    answers: object({ accounts: listOf(ref('Account')) }),
  })
  all(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showAccounts, {}));
  }

  @Route.post('', {
    id: 'createAccount',
    does: {
      zh: '新建账号（不给密码则随机生成，仅显示一次）',
      en: 'Create an account; without a password a random one is answered, this once',
    },
    needs: 'keep-accounts',
    body: CreateAccount,
    status: 201,
    answers: ref('NewAccount'),
    refuses: [409],
  })
  create(@Asker() caller: Caller, @Body() body: unknown) {
    return createAccount(this.office, caller, readCommand(CreateAccount, body));
  }

  @Route.get(':id', {
    id: 'account',
    does: { zh: '一个账号', en: 'One account' },
    needs: 'see-accounts',
    answers: ref('Account'),
  })
  one(@Asker() caller: Caller, @Param('id') id: string) {
    return this.queries.execute(new Ask(caller, showAccount, { id }));
  }

  @Route.put(':id', {
    id: 'changeAccount',
    does: {
      zh: '修改账号、角色与数据范围，停用或启用',
      en: 'Change an account, its roles and scope; disable or enable it',
    },
    needs: 'see-accounts',
    body: ChangeAccount,
    answers: ref('Account'),
  })
  change(@Asker() caller: Caller, @Param('id') id: string, @Body() body: unknown) {
    return changeAccount(this.office, caller, id, readCommand(ChangeAccount, body));
  }

  @Route.post(':id/password', {
    id: 'resetPassword',
    does: {
      zh: '重置密码（随机生成，仅显示一次，下次登录须修改）',
      en: 'Reset the password to a random one, shown this once and to be changed',
    },
    needs: 'see-accounts',
    answers: object({ password: text }),
  })
  async reset(@Asker() caller: Caller, @Param('id') id: string) {
    return { password: await this.office.identity.resetPassword(id, actorOf(caller), caller) };
  }

  @Route.post(':id/unlock', {
    id: 'unlockAccount',
    does: { zh: '解除锁定', en: 'Unlock' },
    needs: 'keep-accounts',
    answers: ref('Account'),
  })
  unlock(@Asker() caller: Caller, @Param('id') id: string) {
    return this.office.identity.unlockAccount(id, actorOf(caller));
  }
}

@Controller('api/tokens')
export class TokenController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly queries: QueryBus,
  ) {}

  @Route.get('', {
    id: 'tokens',
    does: { zh: '自己的访问令牌', en: 'One’s own API tokens' },
    needs: 'signed-in',
    answers: object({ tokens: listOf(ref('ApiToken')) }),
  })
  all(@Asker() caller: Caller) {
    return this.queries.execute(new Ask(caller, showTokens, {}));
  }

  @Route.post('', {
    id: 'issueToken',
    does: { zh: '签发访问令牌（仅显示一次）', en: 'Issue an API token; its secret is shown this once' },
    needs: 'signed-in',
    body: IssueToken,
    status: 201,
    answers: ref('NewToken'),
  })
  issue(@Asker() caller: Caller, @Body() body: unknown) {
    return this.office.identity.issueToken(caller, readCommand(IssueToken, body));
  }

  @Route.delete(':id', { id: 'revokeToken', does: { zh: '撤销令牌', en: 'Revoke a token' }, needs: 'signed-in' })
  revoke(@Asker() caller: Caller, @Param('id') id: string) {
    return this.office.identity.revokeToken(caller, id);
  }
}

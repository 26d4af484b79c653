import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { BROWSER, openOffice, PASSWORD, type Office } from '../support/office.ts';
import { fits, pick } from '../support/page.ts';
import { soon } from '../support/soon.ts';
import { needs } from '../support/left-out.ts';

needs({ name: 'channels in a browser (test/journeys/channels.int.spec.ts)', file: BROWSER })(
  'who sets up the channels, at the page',
  () => {
    let office: Office;
    let page: Page;
    let receiver: Server;
    let secret = '';
    let answer = 200;
    const received: { headers: IncomingMessage['headers']; body: string }[] = [];
    const dialog = () => page.getByRole('dialog');
    const submit = () =>
      dialog()
        .getByRole('button', { name: /提\s*交/ })
        .click();
    const card = () => page.getByTestId('channel-接收程序');

    beforeAll(async () => {
      receiver = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => {
          body += part.toString();
        });
        request.on('end', () => {
          received.push({ headers: request.headers, body });
          response.writeHead(answer).end('{}');
        });
      });
      await new Promise<void>((ready) => {
        receiver.listen(0, '127.0.0.1', () => {
          ready();
        });
      });
      office = await openOffice({ LUODI_CHANNELS_PRIVATE: '1' }); // the receiver stands on this machine
      page = office.administrator;
    });
    afterAll(async () => {
      await office?.close();
      await new Promise<void>((done) => {
        receiver.close(() => {
          done();
        });
      });
    });

    it('without a channel the page says where notices go, and when others would be sent', async () => {
      await office.walkTo(page, '管理', '通知渠道');
      await page.getByText('现在提醒只进“我的提醒”').waitFor();
      await page.getByTestId('send-window').getByText('08:30–18:00').waitFor();
    });

    it('a webhook is set up by form; an address that may not be called is refused at its field', async () => {
      await page.getByRole('button', { name: '添加渠道' }).click();
      await dialog().getByLabel('种类').click();
      await pick(page, '接口推送');
      await dialog().getByLabel('名称', { exact: true }).fill('接收程序');
      await dialog()
        .getByLabel('地址', { exact: true })
        .fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`);
      await dialog()
        .getByRole('button', { name: /生\s*成/ })
        .click();
      const made = dialog().getByLabel('签名密钥（同时交给接收方）');
      await soon(() => made.inputValue(), expect.stringMatching(/^whsec_/));
      secret = await made.inputValue();
      await submit();
      await card().getByText('不限速').waitFor();
    });

    it('a test message reaches the receiver, signed with the secret that was made', async () => {
      await card().getByRole('button', { name: '发测试消息' }).click();
      await card().getByText('渠道已接收测试消息').waitFor();
      const { headers, body } = received[0]!;
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
        type: 'notice.test',
      }); // the reference library
    });

    it('what the receiver refuses is told in plain words', async () => {
      answer = 410;
      await card().getByRole('button', { name: '发测试消息' }).click();
      await card().getByText('接收地址已经停用').waitFor();
      answer = 200;
    });

    it('it is changed without typing its secrets, which no page shows, and goes on being signed', async () => {
      await card()
        .getByRole('button', { name: /修\s*改/ })
        .click();
      expect(
        (await dialog().getByLabel('地址', { exact: true }).inputValue()) +
          (await dialog().getByLabel('签名密钥（同时交给接收方）').inputValue()),
      ).toBe('');
      await dialog().getByLabel('超时（秒）').fill('7');
      await dialog().getByLabel('启用').click();
      await submit();
      await card().getByText('停用', { exact: true }).waitFor();
      await card().getByRole('button', { name: '发测试消息' }).click();
      await card().getByText('渠道已接收测试消息').waitFor();
      expect(
        new Webhook(secret).verify(received.at(-1)!.body, received.at(-1)!.headers as Record<string, string>),
      ).toMatchObject({ type: 'notice.test' });
      await page.reload();
      await card()
        .getByText(/超时（秒）\s*7/)
        .waitFor();
      expect(await page.content()).not.toContain(secret);
    });

    it('speaks English, fits a phone, and is not offered to who may not keep channels', async () => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Channels' }).waitFor();
      await page.setViewportSize({ width: 375, height: 720 });
      await soon(
        async () => (await page.getByRole('main').innerText()).replaceAll('接收程序', ''),
        expect.not.stringMatching(/[\u4e00-\u9fff]/),
      );
      await fits(page);
      await office.employ(page, {
        user: 'li',
        name: '李静',
        roles: ['clerk'],
        scope: 'all',
      });
      const clerk = await office.signIn('li', PASSWORD);
      await office.walkTo(clerk, '管理', '时限规则');
      expect(await clerk.getByRole('menuitem', { name: '通知渠道' }).count()).toBe(0);
      await office.goTo(clerk, '/channels');
      await clerk.getByTestId('refused-no-right').getByText('通知渠道：您没有这项权限').waitFor();
    });

    it('removed, it is gone from the page', async () => {
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.getByRole('button', { name: '中 文' }).click();
      await card()
        .getByRole('button', { name: /移\s*除/ })
        .click();
      await page
        .getByRole('tooltip')
        .getByRole('button', { name: /移\s*除/ })
        .click();
      await page.getByText('现在提醒只进“我的提醒”').waitFor();
      expect(office.problems).toEqual([]);
    });
  },
);

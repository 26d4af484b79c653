import { mismatches, type Schemas } from '../../../../test/support/matches-schema.ts';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
});
afterAll(() => t.close());

interface Response {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema: object }>;
}
interface Operation {
  readonly responses: Record<string, Response>;
}
const checked = new Set<string>();

const call = async (verb: 'get' | 'post' | 'put' | 'delete', route: string, id: string, body?: object, query = '') => {
  const answer = await t
    .http()
    [verb](`${route.replace(/\{\w+\}/, encodeURIComponent(id))}${query}`)
    .set('cookie', admin)
    .send(body);
  const operation = (t.api.document.paths as Record<string, Record<string, Operation>>)[route]![verb]!;
  const said = operation.responses[String(answer.status)];
  const named = t.api.document.components!.responses as Record<string, Response>;
  const { content } = said?.$ref === undefined ? (said ?? {}) : named[said.$ref.split('/').at(-1)!]!;
  if (content === undefined)
    throw new Error(`${verb} ${route} answered ${answer.status}, which the document does not know: ${answer.text}`);
  expect([
    route,
    answer.status,
    mismatches(answer.body, Object.values(content)[0]!.schema, t.api.document.components!.schemas as Schemas),
  ]).toEqual([route, answer.status, []]);
  checked.add(`${verb} ${route}`);
  return answer.body as Record<string, unknown>;
};

it('what the routes answer is what the document says, refusals too', async () => {
  await call('get', '/api/session', '');
  await call('get', '/api/session/roles', '');
  await call('get', '/api/commands', '');
  await call('get', '/api/health/ready', '');
  await call('get', '/api/health/live', '');
  await call('post', '/api/organisation/import', '', {
    rows: [
      { row: 2, code: '01', name: '招商局', kind: '招商机构' },
      { row: 3, name: '缺编码' },
    ],
  });
  await call('post', '/api/organisation/commands/appoint-person', '', { unit: '01', role: 'head', person: '王强' });
  await call('get', '/api/organisation', '');
  const { account } = (await call('post', '/api/accounts', '', {
    user: 'clerk',
    name: '经办',
    roles: ['clerk'],
    scope: 'unit',
    unit: '01',
  })) as { account: { id: string } };
  await call('get', '/api/accounts', '');
  await call('get', '/api/accounts/{id}', account.id);
  await call('put', '/api/accounts/{id}', account.id, {
    name: '经办二',
    roles: ['supervisor', 'auditor'],
    scope: 'all',
  });
  await call('post', '/api/accounts/{id}/password', account.id);
  await call('post', '/api/accounts/{id}/unlock', account.id);
  await call('post', '/api/tokens', '', { name: '脚本', permissions: ['see-projects'], days: 30 });
  await call('get', '/api/tokens', '');
  const { projectId } = (await call('post', '/api/projects', '', {
    title: '轴承项目',
    unit: '01',
    intendedAmount: { amount: '1000000.00', currency: 'CNY' },
  })) as { projectId: string };
  await call('post', '/api/projects/{id}/commands/sign-contract', projectId, {
    contracted: { amount: '1000000.00', currency: 'CNY' },
    agreedStart: '2099-12-31',
    landMode: 'purchase',
  });
  await call('post', '/api/projects/{id}/commands/suspend-project', projectId, { reason: '等待批复' });
  await call('post', '/api/projects/{id}/commands/file-contract', projectId, {});
  const { position } = (await call('post', '/api/projects/{id}/commands/tag-project', projectId, {
    add: ['市级协调'],
  })) as { position: number };
  await call('get', '/api/projects/{id}', projectId);
  await call('get', '/api/projects/{id}', 'none');
  await call('get', '/api/projects/{id}', projectId, undefined, '?asOf=soon');
  await call('get', '/api/projects/{id}/history', projectId);
  await call('get', '/api/projects/{id}/explain', projectId);
  const { lists } = (await call('get', '/api/lists', '')) as { lists: { name: string }[] };
  for (const { name } of lists) await call('get', '/api/lists/{name}', name, undefined, `?atLeast=${position}`);
  await call('get', '/api/list-counts', '');
  await call('get', '/api/lists/{name}', 'signed', undefined, '?group=signingYear&sort=-contracted');
  await call('get', '/api/lists/{name}', 'none');
  await call('post', '/api/views', '', {
    title: '红色',
    list: 'signed',
    reach: 'own',
    colour: ['red'],
    sort: '-contracted',
  });
  await call('post', '/api/views', '', { title: '红色', list: 'none', reach: 'own' });
  const { views } = (await call('get', '/api/views', '')) as { views: { view: string }[] };
  await call('delete', '/api/views/{view}', views[0]!.view);
  const columns = [
    { header: '投资额（亿元）', column: 'contracted', unit: '亿元' },
    { header: '备注', column: null },
  ];
  await call('post', '/api/layouts', '', { layout: { name: '市局上报表', columns } });
  await call('post', '/api/layouts', '', { layout: { name: '市局上报表' } });
  await call('get', '/api/layouts', '');
  await call('delete', '/api/layouts/{name}', '市局上报表');
  await call('delete', '/api/layouts/{name}', 'nowhere');
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
        [120, 30],
      ],
    ],
  };
  const features = [{ type: 'Feature', properties: { name: '白河镇' }, geometry: square }];
  await call('put', '/api/borders', '', { geojson: JSON.stringify({ type: 'FeatureCollection', features }) });
  await call('put', '/api/borders', '', { geojson: '{}' });
  await call('get', '/api/borders', '');
  await call('delete', '/api/borders', '');
  await call('get', '/api/search', '', undefined, `?q=${encodeURIComponent('轴承')}`);
  await call('get', '/api/alike', '', undefined, `?name=${encodeURIComponent('轴承项目')}`);
  await call('get', '/api/cockpit', '');
  await call('get', '/api/audit/looks', '');
  await call('get', '/api/audit/seals', '');
  await call('post', '/api/audit/verify', '', {});
  for (const kind of ['accounts', 'organisation', 'policy', 'views', 'borders', 'layouts'])
    await call('get', '/api/audit/changes', '', undefined, `?of=${kind}&limit=2`);
  expect(checked.size).toBeGreaterThan(24);
});

it('figures and what they are made from answer as the document says', async () => {
  const seen = async (route: string, query: string) => call('get', route, '', undefined, query);
  for (const route of ['/api/indicators', '/api/dwell', '/api/funnel', '/api/forecast'])
    await seen(route, '?period=2026');
  await seen('/api/indicators', '?period=sometime');
  await seen('/api/structure', '?period=2026&by=size-band');
  await call('get', '/api/figures/{metric}', 'signed', undefined, '?period=2026');
  await call('get', '/api/lists/{name}/compare', 'signed', undefined, '?from=2026-01-01&to=2026-12-31');
  await call('get', '/api/lists/{name}/compare', 'held', undefined, '?from=2026-01-01&to=2026-12-31');
  await call('get', '/api/lists/{name}/compare', 'signed', undefined, '?from=2026-12-31&to=2026-01-01');
});

it('targets, definitions and periods answer as the document says', async () => {
  const target = { metric: 'signed-amount', issuer: '市', year: 2026, money: { amount: '100.00', currency: 'CNY' } };
  await call('post', '/api/targets', '', { ...target, unit: '01', provisional: true });
  await call('post', '/api/targets', '', { ...target, metric: 'dreams' });
  await call('post', '/api/targets/revise', '', {
    ...target,
    unit: '01',
    money: { amount: '120.00', currency: 'CNY' },
    reason: '年中调整',
  });
  await call('get', '/api/targets', '', undefined, '?year=2026');
  await call('post', '/api/definitions/drafts', '', { definition: { name: 'city', terminated: 'dropped' } });
  await call('post', '/api/definitions/replay', '', { draft: 1, period: '2026' });
  await call('post', '/api/definitions/drafts/{draft}/publish', '1');
  await call('post', '/api/definitions', '', { definition: { name: 'city', rounding: { mode: 'up', places: 1 } } });
  await call('post', '/api/definitions', '', { definition: { name: 'city', curve: 'days' } });
  await call('get', '/api/definitions', '');
  await call('get', '/api/definitions/{name}', 'city@1');
  await call('get', '/api/indicators', '', undefined, '?period=2026&definition=city');
  const measures = [{ metric: 'signed', points: '40', full: '10' }];
  await call('post', '/api/boards', '', { board: { name: '龙虎榜', measures } });
  await call('post', '/api/boards', '', { board: { name: '龙虎榜', measures: [] } });
  await call('get', '/api/boards/{name}', '龙虎榜', undefined, '?period=2026-01');
  await call('get', '/api/boards/{name}', '英雄榜', undefined, '?period=2026-01');
  await call('post', '/api/boards/{name}/freeze', '龙虎榜', { month: '2026-01' });
  await call('get', '/api/boards', '');
  await call('post', '/api/periods/close', '', { month: '2026-01' });
  await call('post', '/api/periods/close', '', { month: '2026-01' });
  await call('get', '/api/periods/{month}/restatement', '2026-01');
  await call('post', '/api/periods/reopen', '', { month: '2026-01', reason: '补录', approver: 'clerk' });
  await call('get', '/api/periods', '');
  await call('post', '/api/periods/reopen/approve', '', { month: '2026-01' });
  await call('post', '/api/periods/reopen/refuse', '', { month: '2026-01', reason: '依据不足' });
});

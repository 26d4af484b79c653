import { pastImports } from './past-imports.ts';
import { bureau, clerk as actor } from '../../../../test/imports/bureau.ts';
import { TODAY as today } from '../../../../test/imports/imported.ts';
import { revertImport } from './revert.ts';

const HEAD = '项目编号,项目名称,投资方,签约日期,合同额（万元）';
const ROWS = 400; // more than one batch
const LEDGER = [HEAD, ...Array.from({ length: ROWS }, (_, n) => `A-${n},轴承项目${n},公司${n},2023-03-15,5000`)].join(
  '\n',
);

const stop = (): never => {
  throw new Error('stopped');
};

describe('an import that was cut short', () => {
  it('is known, and goes on as the same one', async () => {
    const { store, give, live } = bureau();
    await expect(give(LEDGER, { name: '台账.csv', onProgress: stop })).rejects.toThrow('stopped');
    const [begun] = await pastImports(store);
    expect(begun).toMatchObject({ file: '台账.csv', state: 'begun', runs: 0, by: actor });
    expect((await live()).length).toBeGreaterThan(0);
    await give(LEDGER, { name: '台账.csv' });
    expect(await pastImports(store)).toMatchObject([{ id: begun!.id, state: 'finished', runs: 1 }]);
    expect(await live()).toHaveLength(ROWS);
  });

  it('can be taken back as it stands, and its file comes anew', async () => {
    const { store, give, live } = bureau();
    await expect(give(LEDGER, { onProgress: stop })).rejects.toThrow('stopped');
    const importId = (await pastImports(store))[0]!.id;
    const { projects } = await revertImport(store, {
      importId,
      reason: '导错了',
      today,
      actor,
      closedMonths: new Set(),
    });
    expect([projects > 0, await live()]).toEqual([true, []]);
    expect((await give(LEDGER)).sheets[0]!.rows.accepted).toBe(ROWS);
    expect((await pastImports(store)).map(({ state }) => state).sort()).toEqual(['finished', 'reverted']);
  });

  it('is none where it was only tried', async () => {
    const { store, give } = bureau();
    await give(LEDGER, { dryRun: true });
    expect(await pastImports(store)).toEqual([]);
  });
});

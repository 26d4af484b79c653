// A process of its own that works with the embedded database of a folder until it is killed: prints "ready" and waits.
const { openDatabase } = require('../../libs/database/src/connect.ts');

(async () => {
  const database = await openDatabase({ data: process.argv[2] });
  await database.pool.query('create table if not exists kept (n integer)');
  await database.pool.query('insert into kept values (1)');
  process.stdout.write('ready\n');
  setInterval(() => undefined, 1000);
})();

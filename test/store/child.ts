import Libsql from 'libsql';
import { openStores } from '../../src/store/open.js';

const [mode, path] = process.argv.slice(2);
if (path === undefined) throw new Error('child.ts hold|write PATH');

if (mode === 'hold') {
  const connection = new Libsql(path);
  connection.exec('create table if not exists held (x); begin exclusive');
  process.stdout.write('locked\n');
  process.stdin.resume().on('end', () => {
    connection.exec('commit');
    process.exit(0);
  });
} else {
  const stores = await openStores(`file:${path}`, { now: new Date() });
  const keyv = stores.namespace('session');
  for (let round = 0; ; round += 1) {
    const keys = Array.from({ length: 7 }, (_, i) => `k${round * 7 + i}`);
    await Promise.all(
      keys.map(async (key) => {
        await keyv.set(key, `value of ${key}`);
        process.stdout.write(`${key}\n`);
      }),
    );
  }
}

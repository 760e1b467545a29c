import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SECTIONS: Readonly<Record<string, string>> = {
  turns: 'turns in process, beside a bare Map',
  start: 'from start to first answer',
  memory: 'memory after load and after many turns',
  growth: 'search with 1, 10 and 100 times the entries',
};

/** Each section in a process of its own, so that none measures what another left behind. */
function run(section: string): void {
  console.log(`\n${section}: ${SECTIONS[section]}`);
  const flags = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx'];
  const { status } = spawnSync(process.execPath, [...flags, join(import.meta.dirname, `${section}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) console.log('  could not be measured, see above');
}

const asked = process.argv.slice(2);
const unknown = asked.filter((section) => !(section in SECTIONS));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; sections: ${Object.keys(SECTIONS).join(', ')}`);
for (const section of Object.keys(SECTIONS)) if (asked.length === 0 || asked.includes(section)) run(section);

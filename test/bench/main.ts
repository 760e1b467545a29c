import { execFile } from 'node:child_process';
import { join } from 'node:path';

const SECTIONS: Readonly<Record<string, string>> = {
  turns: 'turns in process, beside a bare Map',
  start: 'from start to first answer',
  memory: 'memory after load and after many turns',
  growth: 'search with 1, 10 and 100 times the entries',
  calculator: 'settlements, beside the same sums by hand',
  web: 'questions over HTTP, beside a bare hello; the page',
};

/** Sections that may run side by side: memory is not measured by the clock. */
const ROUNDS = [['turns'], ['start'], ['memory', 'growth'], ['calculator'], ['web']];

/** A section in a process of its own, so that it measures nothing another left behind. */
function report(section: string): Promise<string> {
  const flags = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx'];
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, join(import.meta.dirname, `${section}.ts`)], (error, out, err) => {
      resolve(`\n${section}: ${SECTIONS[section]}\n${out}${error ? `  could not be measured:\n${err}` : ''}`);
    });
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((section) => !(section in SECTIONS));
if (unknown.length > 0) {
  throw new Error(`unknown: ${unknown.join(', ')}; sections: ${Object.keys(SECTIONS).join(', ')}`);
}
for (const round of ROUNDS) {
  const wanted = round.filter((section) => asked.length === 0 || asked.includes(section));
  for (const text of await Promise.all(wanted.map(report))) process.stdout.write(text);
}

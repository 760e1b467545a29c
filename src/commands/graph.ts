import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staffWording } from '../dialogue/wording.js';
import { mermaidOf } from '../flows/graph/mermaid.js';
import { svgOf } from '../flows/graph/svg.js';
import { proveFlow } from '../flows/proof/prove.js';
import { civilDay } from '../policy/dates.js';
import { COMPUTATIONS, openContent } from './setup.js';

const FOLDER = fileURLToPath(new URL('../../docs/flows', import.meta.url));

/** Draws every flow: its ways as Mermaid, and the list with its branches as a picture. */
export async function run(): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const { flows } = openContent(civilDay(new Date()));
  for (const flow of flows.values()) {
    const { paths } = proveFlow(flow, COMPUTATIONS);
    const page = `# ${flow.title}\n\n${flow.summary}\n\n![${flow.title}](${flow.flow}.svg)\n\n\`\`\`mermaid\n${mermaidOf(flow, paths).trim()}\n\`\`\`\n`;
    writeFileSync(join(FOLDER, `${flow.flow}.md`), page);
    writeFileSync(join(FOLDER, `${flow.flow}.svg`), svgOf(flow));
    process.stdout.write(`${staffWording.drawn(flow.title, paths.length)}\n`);
  }
  return 0;
}

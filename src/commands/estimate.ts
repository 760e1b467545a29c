import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { answer, MODES, type Mode, schemas } from '../calculator/machine.js';
import { isProblem } from '../calculator/request.js';
import { settle } from '../calculator/settle.js';
import { columnsOf, isBad, readCells } from '../dialogue/estimate/cells.js';
import { requestOf } from '../dialogue/estimate/request.js';
import { ESTIMATE_SLOTS } from '../dialogue/estimate/slots.js';
import { staffWording } from '../dialogue/wording.js';
import { createLanguage } from '../language/understand.js';
import { civilDay } from '../policy/dates.js';
import type { Args } from './args.js';
import { settleFile } from './estimate-batch.js';
import { settlementText } from './estimate-text.js';
import type { EstimateTools } from './estimate-tools.js';
import { openContent } from './setup.js';

const flagOf = (slot: string): string => slot.replaceAll('_', '-');

/** One flag for each question of the estimate, and those that choose what is done. */
export const options = {
  ...Object.fromEntries(ESTIMATE_SLOTS.map((slot) => [flagOf(slot), { type: 'string' as const }])),
  json: { type: 'boolean' as const },
  schema: { type: 'boolean' as const },
  compare: { type: 'boolean' as const },
  range: { type: 'boolean' as const },
  inverse: { type: 'boolean' as const },
  reconcile: { type: 'boolean' as const },
  batch: { type: 'string' as const },
  out: { type: 'string' as const },
};

/**
 * Works out a bill: from flags (`--total 4.8万 --kind 转诊`), from one JSON object on standard input (`--json`, with a mode), or from
 * a table (`--batch in.csv --out out.csv`). Ends with 1 if the input cannot be settled as given.
 */
export async function run({ flags, values, words }: Args): Promise<number> {
  if (flags.has('schema')) return print(schemas());
  const today = civilDay(new Date());
  const content = openContent(today);
  const language = createLanguage(content.glossary, content.aliases);
  const judge = { regions: content.regions, isPlace: (code: string) => language.nameOf(code) !== code };
  const flow = content.flows.get('estimate');
  if (!flow) throw new Error('flows/estimate.yaml is missing: the estimate has no questions');
  const tools = { judge, language, columns: columnsOf(flow), today };
  if (values['batch'] !== undefined) return settleFile(values['batch'], values['out'], tools);
  if (flags.has('json')) {
    const mode: Mode = MODES.find((name) => flags.has(name)) ?? 'settle';
    return print(
      answer(
        mode,
        parsed(words[0] === undefined ? await text(process.stdin) : readFileSync(words[0], 'utf8')),
        judge,
        today,
      ),
    );
  }
  return byFlags(values, tools);
}

function byFlags(values: Args['values'], { judge, language, columns, today }: EstimateTools): number {
  const cells = Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag.replaceAll('-', '_'), value]));
  const answers = readCells(cells, columns, language, today);
  if (isBad(answers)) return complain(staffWording.badCell(answers.bad.slot, answers.bad.value));
  const request = requestOf(answers, judge);
  if (isProblem(request)) return complain(request.message);
  process.stdout.write(`${settlementText(settle(judge.regions, request, today))}\n`);
  return 0;
}

function print(out: Readonly<Record<string, unknown>>): number {
  process.stdout.write(`${JSON.stringify(out)}\n`);
  return 'error' in out ? 1 : 0;
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** What is no JSON is judged like any other input that is no request. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { isProblem } from '../calculator/request.js';
import { settle } from '../calculator/settle.js';
import { LABELS, missingText } from '../calculator/wording.js';
import { isBad, readCells } from '../dialogue/estimate/cells.js';
import { requestOf } from '../dialogue/estimate/request.js';
import { staffWording } from '../dialogue/wording.js';
import type { EstimateTools } from './estimate-tools.js';

type Row = Readonly<Record<string, string>>;

/** Settles every row of a table; each row comes out with its results, or with why there are none. Prints to the terminal if no file is named. */
export function settleFile(path: string, out: string | undefined, tools: EstimateTools): number {
  const { data, meta } = Papa.parse<Row>(decoded(readFileSync(path)), { header: true, skipEmptyLines: 'greedy' });
  const unknown = (meta.fields ?? []).filter((name) => name.trim() !== '' && !tools.columns.has(name.trim()));
  if (data.length === 0) return complain(staffWording.emptyTable);
  const rows = data.map((row, i) => {
    progress(i + 1, data.length);
    return { ...row, ...resultOf(row, tools) };
  });
  // A byte order mark, so that a spreadsheet shows Chinese; no cell may start a formula there.
  const csv = `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
  if (out === undefined) process.stdout.write(csv);
  else writeFileSync(out, csv);
  for (const name of unknown) process.stderr.write(`${staffWording.unknownColumn(name)}\n`);
  return 0;
}

/** Spreadsheets write UTF-8, or the old national encoding. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function resultOf(row: Row, { judge, language, columns, today }: EstimateTools): Row {
  const { inScope, pool, fund, self } = {
    inScope: LABELS.in_scope,
    pool: LABELS.pool,
    fund: LABELS.fund,
    self: LABELS.self,
  };
  const why = (text: string): Row => ({ [inScope]: '', [pool]: '', [fund]: '', [self]: '', [staffWording.why]: text });
  const answers = readCells(row, columns, language, today);
  if (isBad(answers)) return why(staffWording.badCell(answers.bad.slot, answers.bad.value));
  const request = requestOf(answers, judge);
  if (isProblem(request)) return why(request.message);
  const settled = settle(judge.regions, request, today);
  if (!settled.fund || !settled.self) return why(settled.missing.map(missingText).join(''));
  return {
    [inScope]: settled.inScope?.toFixed(2) ?? '',
    [pool]: settled.pool?.toFixed(2) ?? '',
    [fund]: settled.fund.toFixed(2),
    [self]: settled.self.toFixed(2),
    [staffWording.why]: '',
  };
}

const BAR = 30;

/** A bar on the error stream, where someone watches it. */
function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || (done < all && done % Math.ceil(all / 200) !== 0)) return;
  const filled = Math.round((done / all) * BAR);
  process.stderr.write(
    `\r[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${done}/${all}${done === all ? '\n' : ''}`,
  );
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

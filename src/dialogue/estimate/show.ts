import { Decimal } from 'decimal.js';
import { compare } from '../../calculator/compare.js';
import type { Request } from '../../calculator/plan.js';
import { planOf } from '../../calculator/plan.js';
import { range } from '../../calculator/range.js';
import type { Reading } from '../../calculator/read.js';
import { isProblem } from '../../calculator/request.js';
import { settle } from '../../calculator/settle.js';
import type { Missing, Line as SettledLine, Settlement } from '../../calculator/settlement.js';
import type { OutOfArea } from '../../calculator/shapes/out-of-area.js';
import { ASSUMED, LABELS, missingText, ruleName } from '../../calculator/wording.js';
import { percent, plain } from '../../calculator/working.js';
import { UNKNOWN } from '../../flows/values.js';
import type { AtEnd } from '../../flows/walk.js';
import type { Citation } from '../../policy/source.js';
import type { Turn } from '../context.js';
import { hotline } from '../reply.js';
import type { Choice, Line } from '../types.js';
import { wording } from '../wording.js';
import { requestOf } from './request.js';
import type { EstimateAnswers } from './slots.js';

/** A result as a reply shows it. */
export type ShownEstimate = {
  readonly text: string;
  readonly working: readonly Line[];
  readonly sources: readonly Citation[];
  readonly choices: readonly Choice[];
};

const say = wording.estimate;

/** The result of an estimate: the settlement, the interval if something is unknown, or what can be said without a figure. */
export function showEstimate(position: AtEnd, turn: Turn): ShownEstimate {
  const answers: EstimateAnswers = position.known;
  const request = requestOf(answers, turn.tools.judge);
  if (isProblem(request)) return { text: request.message, working: [], sources: [], choices: [] };
  const settlement = settle(turn.tools.judge.regions, request, turn.day);
  const text = settlement.fund ? settled(settlement, request, answers, turn) : unsettled(settlement, request, turn);
  return {
    text: [...text, assumptions(settlement), remarks(settlement), say.caveat].filter((line) => line !== '').join('\n'),
    working: settlement.lines.map(lineOf),
    sources: sourcesOf(
      settlement.lines.flatMap(({ from }) => from),
      turn,
    ),
    choices: [{ press: `f:compare:${turn.tag}`, label: say.compare }],
  };
}

function settled(
  { fund, self, account, cash, ratios }: Settlement,
  request: Request,
  answers: EstimateAnswers,
  turn: Turn,
): string[] {
  const { effect, outOfArea } = planOf(turn.tools.judge.regions, request, turn.day);
  const paid = account && cash && !account.isZero() ? say.withAccount(plain(account), plain(cash)) : '';
  if (effect?.nothing) return [say.nothingPaid];
  const taken = answers.actual_ratio
    ? say.tookActual(percent(new Decimal(answers.actual_ratio)))
    : answers.ratio && outOfArea
      ? say.tookHome(percent(new Decimal(answers.ratio)))
      : '';
  return [
    say.result(plain(fund ?? new Decimal(0)), plain(self ?? new Decimal(0))),
    paid,
    ratioText(ratios, outOfArea),
    taken,
  ];
}

/** How the ratio at home became the one applied, where there is a single one. */
function ratioText(ratios: Settlement['ratios'], outOfArea: Reading | undefined): string {
  const [home, applied] = [ratios?.home, ratios?.applied];
  if (!home?.[0] || !applied?.[0] || applied.length > 1 || !outOfArea) return '';
  const rule = outOfArea.value as OutOfArea;
  if (rule.mode === 'points')
    return say.reduced(percent(home[0].ratio), say.points(plain(rule.points)), percent(applied[0].ratio));
  if (rule.mode === 'factor')
    return say.reduced(percent(home[0].ratio), say.factor(plain(rule.factor)), percent(applied[0].ratio));
  return rule.mode === 'same' ? say.notReduced(percent(applied[0].ratio)) : '';
}

/** Without a result: an interval if only a deductible or the reduction is unknown, else what is certain and what is lacking. */
function unsettled(settlement: Settlement, request: Request, turn: Turn): string[] {
  const why = settlement.missing.filter(saysMore).map(missingText);
  const lacking = lackingIn(settlement);
  const found = range(turn.tools.judge.regions, request, turn.day);
  const noRatio = settlement.missing.some(({ key }) => key.endsWith('.ratio'));
  const silent = isSilent(settlement) ? silence(settlement.region ?? '', request, turn) : '';
  if (silent !== '' && found && !noRatio) return [silent, say.atMost(plain(found.fund.high))];
  if (found && !noRatio) {
    const slope = settlement.missing.some(({ key }) => key.endsWith('.deductible')) ? perDeductible(request, turn) : '';
    return [...why, say.range(plain(found.fund.low), plain(found.fund.high)), say.rangeWhy(lacking), slope];
  }
  const base = baseOf(settlement);
  const certain = base && !base.isZero() ? say.known(plain(base), plain(base.dividedBy(100))) : '';
  return [...why, silent, certain, say.stopped(lacking, hotline(turn.tools))];
}

/** More than that a rule is not held: a day, a year, a part of the situation. */
const saysMore = (item: Missing): boolean =>
  item.what === 'situation' || (item.what === 'rule' && !item.reason.why.startsWith('no_'));

/** What is lacking, by name. */
const lackingIn = ({ missing }: Settlement): string => [...new Set(missing.map(({ key }) => ruleName(key)))].join('、');

/** Nothing is stated of this way of being treated. */
const isSilent = ({ region, missing }: Settlement): boolean =>
  region !== undefined &&
  missing.some(
    (item) => item.what === 'rule' && item.reason.why.startsWith('no_r') && /out_of_area|return_visit/.test(item.key),
  );

/** That is said, and never filled with a neighbour's number. */
const silence = (region: string, { case: { kind, filing } }: Request, { tools }: Turn): string =>
  say.silent(tools.language.nameOf(region), say.ways[kind ?? filing ?? ''] ?? '');

/** The cost above the deductible, as far as the lines go. */
function baseOf({ lines }: Settlement): Decimal | undefined {
  const [scope, taken] = ['in_scope', 'deductible'].map((id) => lines.find((line) => line.id === id)?.value);
  return scope && taken && scope.minus(taken);
}

/** What a hundred yuan more of the deductible takes off, where one ratio holds. */
function perDeductible(request: Request, turn: Turn): string {
  const none = { ...request, rules: { ...request.rules, deductible: { mode: 'fixed', amount: new Decimal(0) } } };
  const applied = settle(turn.tools.judge.regions, none, turn.day).ratios?.applied;
  return applied?.length === 1 && applied[0] ? say.perDeductible(plain(applied[0].ratio.times(100))) : '';
}

const SELDOM_SAID = new Set(['on_today', 'setting_inpatient', 'rounded_by_line']);

const assumptions = ({ assumed }: Settlement): string => {
  const lines = assumed
    .filter(({ code }) => !SELDOM_SAID.has(code))
    .map(({ code, detail }) => ASSUMED[code](detail ?? ''));
  return lines.length === 0 ? '' : say.assumed + lines.join('');
};

/** What the reader must know of the rules that were used, each once. */
function remarks({ lines }: Settlement): string {
  const notes = new Set(lines.flatMap(({ from }) => from.flatMap(({ note }) => note ?? [])));
  return notes.size === 0 ? '' : say.remarks + [...notes].join('');
}

/** A line as channels show it: whose rule it is stands in its label where the person supplied it. */
function lineOf({ id, value, working, whose }: SettledLine): Line {
  const given = whose === 'given' && id !== 'class_b' ? `（${say.given}）` : '';
  const sum = working();
  return { id, label: `${LABELS[id]}${given}`, working: sum === plain(value) ? '' : sum, value: value.toFixed(2) };
}

function sourcesOf(readings: readonly Reading[], { tools }: Turn): Citation[] {
  const seen = new Set<string>();
  return readings.flatMap(({ source: locator }) => {
    const source = locator && tools.knowledge.sources.get(locator.id);
    const mark = `${locator?.id} ${locator?.at}`;
    if (!source || seen.has(mark)) return [];
    seen.add(mark);
    return [{ source, place: locator.at }];
  });
}

/** The total of a bill, by which people know it again; undefined where it was not told. */
export const totalOf = ({ total }: EstimateAnswers): string | undefined =>
  total === undefined || total === UNKNOWN ? undefined : plain(new Decimal(total));

/** The same bill as each kind of person files it, with the differences. */
export function showComparison(answers: EstimateAnswers, turn: Turn): ShownEstimate {
  const request = requestOf(answers, turn.tools.judge);
  if (isProblem(request)) return { text: request.message, working: [], sources: [], choices: [] };
  const rows = compare(turn.tools.judge.regions, request, turn.day);
  const lines = rows.map(({ kind, filing, fund, self, against, settlement }, i) => {
    const label = say.ways[kind ?? filing] ?? '';
    if (!fund || !self)
      return isSilent(settlement) ? say.undefinedRow(label) : say.unknownRow(label, lackingIn(settlement));
    return say.row(label, plain(fund), plain(self), i === 0 ? say.asked : difference(against));
  });
  const readings = rows.flatMap(({ settlement }) => settlement.lines.flatMap(({ from }) => from));
  return {
    text: [say.compareTitle(totalOf(answers)), ...lines, say.caveat].join('\n'),
    working: [],
    sources: sourcesOf(readings, turn),
    choices: [],
  };
}

function difference(against: Decimal | undefined): string {
  if (!against || against.isZero()) return say.same;
  return against.isPositive() ? say.more(plain(against)) : say.less(plain(against.abs()));
}

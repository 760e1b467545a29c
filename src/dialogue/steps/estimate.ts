import { toFen } from '../../calculator/amount.js';
import { inverse } from '../../calculator/inverse.js';
import { isProblem } from '../../calculator/request.js';
import { settle } from '../../calculator/settle.js';
import { percent, plain } from '../../calculator/working.js';
import { UNKNOWN } from '../../flows/values.js';
import type { Answers } from '../../flows/walk.js';
import { asksEstimate, type Bill, mayAskEstimate, readBill, readChange } from '../../language/bill.js';
import type { Draft, Turn } from '../context.js';
import { requestOf } from '../estimate/request.js';
import { showComparison } from '../estimate/show.js';
import { answersOf, type EstimateAnswers } from '../estimate/slots.js';
import { fittingFlow, isTooWide, labelOf, personIn, questionOf, shown } from '../guided/find.js';
import { show, start } from '../guided/go.js';
import { ownerOf } from '../guided/people.js';
import { isPlainQuestion } from '../guided/plain.js';
import { bringUp, currentRun, insuredOf, openRun, positionOf, runOf, todayOf } from '../guided/runs.js';
import { noteFrame, takeTold } from '../guided/told.js';
import { wording } from '../wording.js';

/** The flow that asks what a computation of a bill needs. */
export const ESTIMATE = 'estimate';

const say = wording.estimate;
const CHANGES =
  /要是|如果|假如|若是|换成|改成|那|再|不算|去掉|其实|忘了说|对了|还有|里头|里面|呢[?？。!！]*$|了[。!！]*$/;

const CORRECTS = /^[那哦]?[,，]?(其实|要是|如果|假如|若是|换成|改成|不对|错了|说错|对了)|^那[^,，。]{0,20}呢[?？。]*$/;

/** A message that wants an amount worked out, or changes something of the estimate before. */
export function estimate(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message || !turn.tools.flows.has(ESTIMATE)) return undefined;
  const { text } = turn.heard;
  const isCurrent = currentRun(turn)?.flow.flow === ESTIMATE;
  if (!isCurrent && !mayAskEstimate(text)) return undefined;
  if (isCurrent && COMPARE.test(text)) return compared(turn);
  const { bill, trouble } = readBill(text, todayOf(turn));
  const changed = changeOf(turn);
  const asked = asksEstimate(text, bill);
  if (!asked && !changed) return undefined;
  const [first] = trouble;
  if (first) return { status: 'clarify', text: say.trouble[first.code] ?? wording.unclear };
  if (changed && !(asked && bill.total && !CORRECTS.test(text))) return recompute(changed, turn);
  if (isPlainQuestion(ESTIMATE, turn)) return undefined;
  return backwards(bill, turn) ?? ratioAlone(bill, turn) ?? begun(bill, turn);
}

const COMPARE =
  /^(那|再|帮我|请)?(比一?比|对比|比较)(一下|一比|下)?(各种|几种|不同)?(备案)?(情形|情况|类别|办法)?[吧呢。!！]*$/;

/** The estimate at hand as each kind of person would have it. */
export function compared(turn: Turn): Draft | undefined {
  const current = runOf(ESTIMATE, turn);
  if (!current) return undefined;
  const { text, sources } = showComparison(positionOf(current, turn).known, turn);
  return { status: 'outcome', text, sources, region: insuredOf(current.run) };
}

/** What a follow-up changes of the estimate at hand; nothing if there is none, or if the message is about something else. */
function changeOf(turn: Turn): EstimateChange | undefined {
  const current = currentRun(turn);
  if (current?.flow.flow !== ESTIMATE || openRun(turn)) return undefined;
  const { unset = [], ...bill } = readChange(turn.heard.text, todayOf(turn));
  const told = { ...fittingFlow(current.flow, answersOf(bill)), ...situationOf(turn, false) };
  const set = Object.entries(told).filter(([slot, value]) => current.run.answers[slot] !== value);
  if (set.length === 0 && unset.length === 0) return undefined;
  const figures = Object.keys(answersOf(bill)).length > 0;
  const leans = CHANGES.test(turn.heard.text) || turn.heard.text.length <= 12;
  return leans && (figures || /呢|要是|如果|换|改|其实|了/.test(turn.heard.text))
    ? { set, gone: unsetSlots(unset) }
    : undefined;
}

type EstimateChange = { readonly set: readonly [string, string][]; readonly gone: readonly string[] };

const UNSET: Partial<Record<keyof Bill, string>> = {
  ownFunded: 'own_funded',
  classB: 'class_b',
  overLimit: 'over_limit',
  deductible: 'deductible',
  ceiling: 'ceiling',
  accountBalance: 'account_balance',
  usedPool: 'used_pool',
};

const unsetSlots = (fields: readonly (keyof Bill)[]): string[] => fields.flatMap((field) => UNSET[field] ?? []);

function recompute({ set, gone }: EstimateChange, turn: Turn): Draft | undefined {
  const current = currentRun(turn);
  if (!current) return undefined;
  const kept = Object.entries(current.run.answers).filter(([slot]) => !gone.includes(slot));
  const ratioNow = set.some(([slot]) => slot === 'ratio')
    ? ['actual_ratio']
    : set.some(([slot]) => slot === 'actual_ratio')
      ? ['ratio']
      : [];
  current.run.answers = {
    ...Object.fromEntries(kept.filter(([slot]) => !ratioNow.includes(slot))),
    ...Object.fromEntries(set),
  };
  for (const [slot, value] of set) noteFrame(slot, value, turn);
  const said = set.flatMap(([slot, value]) => {
    const item = questionOf(current.flow, slot);
    return item ? [`${labelOf(item)} ${shown(item, value, turn)}`] : [];
  });
  return show(current, turn, said.length > 0 ? wording.guided.noted(said.join('、')) : '');
}

const NAMES_SELF = /我自己|本人/;

/** Region, kind and insurance as this message, or with `remembered` this conversation, has them; a message that names a person leans on nothing. */
function situationOf({ heard, session }: Turn, remembered: boolean): EstimateAnswers {
  const isNamed = personIn(heard.text) !== undefined || NAMES_SELF.test(heard.text);
  const frame = remembered && !isNamed ? session.frame : {};
  const insured = heard.insured?.code ?? frame.insured?.code;
  const insurance = heard.insurance ?? frame.insurance;
  return {
    ...(insured && { insured_region: insured }),
    ...(heard.kind && { kind: heard.kind }),
    ...(insurance && { insurance }),
  };
}

function begun(bill: Bill, turn: Turn): Draft | undefined {
  const flow = turn.tools.flows.get(ESTIMATE);
  if (!flow) return undefined;
  const said = fittingFlow(flow, { ...situationOf(turn, false), ...dayOf(turn), ...answersOf(bill) });
  const open = runOf(ESTIMATE, turn);
  if (open && !open.run.done) {
    bringUp(open, turn);
    return takeTold(open, said, turn) ?? show(open, turn);
  }
  const told = { ...fittingFlow(flow, situationOf(turn, true)), ...said };
  const answers: Answers = { ...told, ...(isWhole(bill) && { own_funded: UNKNOWN }) };
  for (const [slot, value] of Object.entries(answers)) noteFrame(slot, value, turn);
  const owner = said['insured_region'] ? undefined : ownerOf('insured_region', told['insured_region'] ?? '', turn);
  const person = personIn(turn.heard.text) ?? owner ?? '';
  return start(flow, answers, turn, { person, before: assumedIn(told, said, turn) });
}

/** A month or a year that a message speaks of stands for its last day. */
const dayOf = (turn: Turn): EstimateAnswers => (turn.day === todayOf(turn) ? {} : { discharged_on: turn.day });

/** What was taken over from the conversation, in words; and that a province is not enough. */
function assumedIn(told: Answers, said: Answers, { heard, tools }: Turn): string {
  const place = said['insured_region'] === undefined ? told['insured_region'] : undefined;
  if (place !== undefined) return wording.assumed(wording.insuredIn(tools.language.nameOf(place)));
  return heard.insured && isTooWide('insured_region', heard.insured.code) ? wording.guided.provinceAlone : '';
}

/** Who gives the total with the terms of payment has said what they know: it is worked out at once, and what was assumed is told. */
const isWhole = ({ total, homeRatio, actualRatio, deductible, ownFunded, inScope, classA }: Bill): boolean =>
  total !== undefined &&
  (homeRatio ?? actualRatio ?? deductible) !== undefined &&
  (ownFunded ?? inScope ?? classA) === undefined;

/** 「报了15000，一共花了多少」: the bill that explains a payment, from the ratio and deductible that were said. */
function backwards(bill: Bill, turn: Turn): Draft | undefined {
  const paid = bill.paidByFund;
  if (!paid || bill.total || bill.wants !== 'total' || (bill.homeRatio ?? bill.actualRatio) === undefined)
    return undefined;
  const answers: EstimateAnswers = { ...situationOf(turn, true), deductible: '0', ...answersOf(bill), in_scope: '1' };
  const request = requestOf(answers, turn.tools.judge);
  const found = isProblem(request)
    ? undefined
    : inverse(turn.tools.judge.regions, request, turn.day, { of: 'fund', amount: toFen(paid) }, 'total');
  if (!found) return undefined;
  const said = say.backwards(plain(found.low), found.high.equals(found.low) ? undefined : plain(found.high));
  const none = bill.deductible === undefined ? say.noDeductible : '';
  return {
    status: 'outcome',
    text: [said, none, say.caveat].filter((line) => line !== '').join('\n'),
    region: answers.insured_region,
  };
}

const ANY_COST = '10000';

/** 「本地报75%，自己去外地的按百分之几报」: the ratio alone, with no bill to settle. */
function ratioAlone(bill: Bill, turn: Turn): Draft | undefined {
  if (!bill.homeRatio || bill.total || bill.inScope) return undefined;
  const answers: EstimateAnswers = {
    ...situationOf(turn, true),
    ...answersOf(bill),
    in_scope: ANY_COST,
    deductible: '0',
  };
  const request = requestOf(answers, turn.tools.judge);
  const settlement = isProblem(request) ? undefined : settle(turn.tools.judge.regions, request, turn.day);
  const [home] = settlement?.ratios?.home ?? [];
  const [applied] = settlement?.ratios?.applied ?? [];
  const outOfArea = settlement?.lines
    .find(({ id }) => id === 'pool')
    ?.from.find(({ key }) => key.endsWith('out_of_area'));
  if (!settlement || !home || !applied || !outOfArea) return undefined;
  const less = home.ratio.minus(applied.ratio);
  const how = less.isZero() ? '' : wording.estimate.ratioHow(percent(home.ratio), percent(less));
  const source = outOfArea.source && turn.tools.knowledge.sources.get(outOfArea.source.id);
  return {
    status: 'outcome',
    text: `${say.ratioIs(percent(applied.ratio), how)}${say.caveat}`,
    sources: source && outOfArea.source ? [{ source, place: outOfArea.source.at }] : [],
    region: answers.insured_region,
  };
}

import { parseAnswer } from '../../flows/answers/parse.js';
import type { Flow } from '../../flows/flow.js';
import type { Question } from '../../flows/question.js';
import { UNKNOWN } from '../../flows/values.js';
import type { AtQuestion } from '../../flows/walk.js';
import { isMunicipality, isProvince } from '../../policy/region.js';
import type { Draft, Turn } from '../context.js';
import { filled } from '../guided/fill.js';
import { labelOf, questionOf, shown, toldIn } from '../guided/find.js';
import { show } from '../guided/go.js';
import { openRun, positionOf, answer as put } from '../guided/runs.js';
import type { FlowRun } from '../session.js';
import { wording } from '../wording.js';

const say = wording.guided;
const ASKS = /[?？]|吗|什么|怎么|多少|哪|为啥|为什么|咋|啥|几[个种天]|能不能|要不要|可不可以|是不是|行不行/;

type Current = { readonly run: FlowRun; readonly flow: Flow };

/** A message that answers the open question, wholly or along with more; one that asks something is for the steps after. */
export function answer(turn: Turn): Draft | undefined {
  if ('press' in turn.incoming.message) return undefined;
  const current = openRun(turn);
  const position = current && positionOf(current, turn);
  if (!current || position?.at !== 'question') return undefined;
  return whole(current, position, turn) ?? (ASKS.test(turn.heard.text) ? undefined : parts(current, turn));
}

/** The text is an answer to the open question and nothing else. */
function whole(current: Current, position: AtQuestion, turn: Turn): Draft | undefined {
  const { item, known } = position;
  const parsed = parseAnswer(item, turn.text, turn.heard, { today: turn.day, known });
  if (!parsed) return isUnknown(item, turn) ? show(current, turn, say.mustChoose) : undefined;
  if ('refused' in parsed) return show(current, turn, filled(parsed.refused, { flow: current.flow, known }, turn).text);
  if ('outside' in parsed) return show(current, turn, say.outside(parsed.outside.min, parsed.outside.max));
  if (item.id === 'insured_region' && isProvince(parsed.value) && !isMunicipality(parsed.value)) {
    return show(current, turn, say.provinceAlone);
  }
  put(current, item.id, parsed.value, turn);
  noteFrame(item.id, parsed.value, turn);
  return show(current, turn);
}

/** 「不知道」 where one must choose. */
const isUnknown = (item: Question, { text, heard, day }: Turn): boolean => {
  const parsed = parseAnswer({ ...item, unknown: true }, text, heard, { today: day });
  return parsed !== undefined && 'value' in parsed && parsed.value === UNKNOWN;
};

/** A sentence that fills several slots; one that contradicts an earlier answer is asked about, not taken over. */
function parts(current: Current, turn: Turn): Draft | undefined {
  const { run, flow } = current;
  const told = Object.entries(toldIn(flow, turn));
  const differs = told.find(([slot, value]) => run.answers[slot] !== undefined && run.answers[slot] !== value);
  const fresh = told.filter(([slot]) => run.answers[slot] === undefined);
  for (const [slot, value] of fresh) {
    put(current, slot, value, turn);
    noteFrame(slot, value, turn);
  }
  if (differs) return conflict(current, differs, turn);
  if (fresh.length === 0) return undefined;
  return show(current, turn, say.noted(fresh.map(([slot, value]) => said(flow, slot, value, turn)).join('、')));
}

function said(flow: Flow, slot: string, value: string, turn: Turn): string {
  const item = questionOf(flow, slot);
  return item ? `${labelOf(item)} ${shown(item, value, turn)}` : value;
}

function conflict({ run, flow }: Current, [slot, value]: [string, string], turn: Turn): Draft | undefined {
  const item = questionOf(flow, slot);
  if (!item) return undefined;
  const [before, now] = [shown(item, run.answers[slot] ?? '', turn), shown(item, value, turn)];
  const index = flow.items.indexOf(item);
  return {
    status: 'clarify',
    text: say.conflict(labelOf(item), before, now),
    choices: [
      { press: `f:set.${index}.${value}:${turn.tag}`, label: say.yesChange(now) },
      { press: `f:keep:${turn.tag}`, label: say.keep },
    ],
    open: { flow: flow.flow, slot },
  };
}

/** The place answered is also the one talked of from now on. */
export function noteFrame(slot: string, value: string, { session, tools }: Turn): void {
  const place = { code: value, name: tools.language.nameOf(value) };
  if (slot === 'insured_region') session.frame = { ...session.frame, insured: place };
  if (slot === 'care_region') session.frame = { ...session.frame, care: place };
  if (slot === 'insurance' && (value === 'employee' || value === 'resident'))
    session.frame = { ...session.frame, insurance: value };
}

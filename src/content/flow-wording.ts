import type { FlowProblemCode } from '../flows/proof/problem.js';
import type { Finding } from './problem.js';

type Words = (detail: string) => readonly [what: string, why: string, cure: string];

/** What an author of a flow reads for each mistake the proof finds. */
const WORDS: Readonly<Record<FlowProblemCode, Words>> = {
  last_end: (name) => [
    `最后一项${name === '' ? '' : `「${name}」`}不是无条件的结果（end）`,
    '有人会走到底也没有结果',
    '在最后放一个不带 when 的 end',
  ],
  duplicate_id: (id) => [`编号 ${id} 用了两次`, '答案会互相覆盖，结果也分不清', '给其中一个换编号'],
  duplicate_choice: (id) => [`选项 ${id} 写了两次`, '按钮分不清按的是哪一个', '删掉一个，或换编号'],
  unknown_slot: (slot) => [
    `用到了 ${slot}，它前面没有这个问题或计算结果`,
    '走到这里时它还没有值，条件永远不成立，文字里会是空白',
    '核对名字；要用的问题或计算放在前面',
  ],
  unknown_value: (test) => [
    `${test} 里的值不存在`,
    '永远不会有人这样回答，后面的内容没人看得到',
    '核对选项编号；「不知道」要先在问题里写 unknown: true',
  ],
  wrong_test: (test) => [
    `${test}：这样的比较不适合这个问题`,
    '比较永远不成立',
    '金额、数、比例用 gte gt lte lt；日期用 from after until before；地区用 within；选项直接写编号',
  ],
  text_tested: (slot) => [
    `${slot} 是只供显示的文字，不能当条件`,
    '它的值没有穷尽，无法证明每条路都走得通',
    '换一个取值有限的计算结果',
  ],
  unknown_computation: (name) => [`没有叫 ${name} 的计算`, '结果会一直空着', '核对名字，或请程序员先加上这个计算'],
  unknown_argument: (name) => [`计算没有 ${name} 这个参数`, '写错名字的参数会被忽略，算出来的不是想要的', '核对参数名'],
  not_a_date: (slot) => [`期限从 ${slot} 起算，它不是日期`, '没有日期就算不出期限', 'after 写一个 type: date 的问题'],
  not_a_computation: (id) => [`result 指向 ${id}，前面没有这个计算`, '结果里会没有明细', '写前面某个 compute 的编号'],
  unreached: (name) => [
    `没有人会走到「${name}」`,
    '它前面的条件已把所有人带走，或它自己的条件不可能成立',
    '改条件、换位置，或删掉它',
  ],
  no_answer: (slot) => [
    `走到问题 ${slot} 时，有人一个答案也选不了`,
    '选项全被条件去掉，或全被拒绝，人会卡住',
    '放宽选项的 when 或 refuse，或给问题加 when',
  ],
  too_many_paths: (most) => [`走法超过 ${most} 种`, '没有人看得过来，也没法逐条证明', '拆成两个流程，用 offer 连起来'],
  slot_type: (slot) => [
    `问题 ${slot} 在别的流程里是另一种类型`,
    '同名的答案会在流程之间沿用，意思必须一样',
    '统一类型，或换一个编号',
  ],
  choice_meaning: (choice) => [
    `选项 ${choice} 在别的流程里是另一个说法`,
    '同名的答案会在流程之间沿用，意思必须一样',
    '统一文字，或换一个编号',
  ],
  unknown_flow: (id) => [`offer 指向不存在的流程 ${id}`, '按钮按下去没有内容', '核对编号'],
  duplicate_flow: (id) => [`流程编号重复：${id}`, '后读的会盖掉先读的', '换一个编号，或把两个并成一个'],
  duplicate_trigger: (trigger) => [`触发语重复：${trigger}`, '同一句话不能打开两个流程', '留给更合适的那一个'],
};

/** A mistake of a flow in words for its author. */
export function flowFinding(code: FlowProblemCode, detail: string): Finding {
  const [what, why, cure] = WORDS[code](detail);
  return { what, why, cure };
}

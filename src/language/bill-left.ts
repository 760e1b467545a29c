import { wordsOf } from './bill-labels.js';
import type { Span } from './bill-types.js';
import { createLexicon } from './lexicon.js';
import { cut } from './parts.js';

/** Words that carry nothing of their own around a bill. */
const LIGHT = `备案和没备案 备案跟没备案 备没备案 备案和不备案 请问 您好 你好 麻烦 谢谢 帮我算 帮我算算 帮我算一下 帮忙算 帮忙算一下 算一下 算算 算下 算一算 估算 估一下 帮我 帮忙 大概 大约 左右 差不多 其中 里面 里头 当中 一共 总共
  另外 还有 还 那么 那 这次 这回 本次 我 他 她 我们 的 了 是 有 在 也 都 就 和 跟 与 元 块钱 块 钱 多 左右 上下 药品 药 材料 费 费用 部分 项目 已经交过 已经 已 交过 付过 今年 又 才 只 里 住 到 药费 为 共 而 不是 各 呀 嗯 好像 占 快 出头 整 这 本来 再 但 老家 用 费用明细 明细 先 含 包括 刨去 刨掉 去掉 除外 以及 | 余下 剩下 剩下的 预计 预估 设 假设 人员 户 支付 负担 结果 其余 哦 总 大夫 说 要是 如果 假如 的话 话 呢 吗
  啊 呀 吧 哈 嘛 得 能 可以 去 到 给 扣 扣除 减去 除去 加 加上 加起来 属于 算 按 按照 比例 报销 报 线 ? ! 。 : ; ( ) - / . ~ " “ ” 【 】 [ ] 、 = %`;

const light = createLexicon([...wordsOf(LIGHT), ' '].map((word) => [word, ''] as const));

const LIST_MARKS = /(?:^| )\d{1,2}[.、)]/g;

/** The text without what was understood; pieces that say nothing more are dropped, others are kept whole. */
export function leftOf(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return cut(text, sorted)
    .split(/[,。;!?\n]/)
    .map((piece) => piece.replace(LIST_MARKS, ' ').trim())
    .filter((piece) => cut(piece, light(piece)) !== '')
    .join(',');
}

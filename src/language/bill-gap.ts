import { createLexicon } from './lexicon.js';
import { cut } from './parts.js';

/** Words between a label and its figure that tie them together rather than keep them apart. */
const TIES =
  `的 是 有 为 了 在 也 都 就 全 共 要 得 需要 大概 大约 约 差不多 将近 接近 近 快 元 块 块钱 钱 整 左右 上下 多 来 余 那 这 些
  部分 项目 费 费用 款 金额 数额 数 额 里 里面 里头 其中 当中 属于 算 算是 占 达 到 达到 我 他 她 它 咱 只 才 只有 仅 已 已经 定 设 另外 还有 还
  一共 总共 合计 加起来 收 扣 扣除 给 变成 换成 改成 换 改 变 按 按照 能 可以 差 上 这块 这一块 这部分 那部分 药品 药 材料 器械 分别 各 各自 后 之后 以后
  个 吧 啊 呀 哈 嘛 , ( ) : = ~ - / " " “ ” 【 】 [ ] 标准 线 是按 假如 如果 假设 的话 话 人民币 rmb 产生 发生`
    .split(/\s+/)
    .filter((word) => word !== '');

const tie = createLexicon([...TIES, ' '].map((word) => [word, ''] as const));

/** Words that end the reach of a label: a new sentence, or a question about it. */
const ENDS = /[。;!?\n]|多少|几|怎么|咋|不知道|不清楚|不晓得|不记得|吗|么|呢(?!是)/;
const SAYS_WHAT_IT_IS = /^,?(?:这|那|也|都|全|全部|其中)*(?:是|属于|算)/;
const COMMA = /[,、]/;

const LONGEST_BEFORE = 9;
const LONGEST_AFTER = 4;

/** The words that are neither ties nor marks in what stands between a label and a figure. */
export function loose(gap: string): string {
  return cut(gap, tie(gap));
}

/** How far apart a label and the figure after it are: 0 if only ties are between; undefined if they don't belong together. */
export function costBefore(gap: string): number | undefined {
  const rest = loose(gap).length;
  if (ENDS.test(gap) || rest > LONGEST_BEFORE) return undefined;
  if (!COMMA.test(gap)) return rest;
  return rest === 0 ? 2 : undefined;
}

/** The same for a figure and the label after it; of two equal readings the label before wins. */
export function costAfter(gap: string): number | undefined {
  const rest = loose(gap).length;
  if (ENDS.test(gap) || rest > LONGEST_AFTER) return undefined;
  if (!COMMA.test(gap)) return 2 * rest + 1;
  return SAYS_WHAT_IT_IS.test(gap) ? 2 * rest + 3 : undefined;
}

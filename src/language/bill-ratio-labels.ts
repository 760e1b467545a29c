import type { LabelRow } from './bill-labels.js';

/** What a label of a ratio stands for. `factor`: of the home ratio; `selfShare`: of what is paid by oneself; `other`: a share of something else. */
export type RatioSlot = 'homeRatio' | 'actualRatio' | 'classBPrepay' | 'reduction' | 'factor' | 'selfShare' | 'other';

/** 按本地的, 相当于老家的: what follows is a share of the home ratio. */
const OF_HOME = ['按', '是', '为', '相当于', '只有', '报']
  .flatMap((lead) =>
    ['本地', '老家', '在家', '当地', '参保地', '原来', '正常', '原比例'].map((home) => `${lead}${home}的`),
  )
  .join(' ');

/** Generic words (rank 1) give way to the name of a ratio (3). */
export const RATIO_LABELS: readonly LabelRow<RatioSlot>[] = [
  {
    slot: 'homeRatio',
    rank: 3,
    only: 'before',
    words:
      '在家 在家里 家里 家那边 本地 当地 老家 参保地 本市 市内 县里 原来 原本 正常 我们这 我们这儿 我们那 我们那儿',
  },
  { slot: 'homeRatio', rank: 1, words: '报销比例 支付比例 比例 报销 报销率' },
  {
    slot: 'homeRatio',
    rank: 1,
    only: 'before',
    words: '报 能报 可报 给报 能报销 医保付 医保出 医保支付 统筹支付 统筹',
  },
  {
    slot: 'actualRatio',
    rank: 3,
    only: 'before',
    words: `降后 降了后 降了之后 降了以后 降低后 下降后 降完 降完后 降完之后 实际 实际上 实际报销 到手 扣完 扣完之后 扣完后 扣后 异地实际 降到 降为 降成 降至 降低到 下降到 下降至 掉到
      减到 打完折 折后 只剩 只剩下 最终 最后按 真正 只报了 才报了 结果报了 结果只报了 最后报了 最后只报了 结果只报 只给报了`,
  },
  {
    slot: 'classBPrepay',
    rank: 3,
    words:
      '先自付 先行自付 乙类先付 乙类自付 首先自付 先付 乙类先自付 乙类先行自付 先个人自付 先由个人自付 先自己付 乙类 部分自付',
  },
  {
    slot: 'factor',
    rank: 3,
    only: 'before',
    words: OF_HOME,
  },
  {
    slot: 'reduction',
    rank: 3,
    only: 'before',
    words:
      '降 降了 要降 会降 降低 降低了 下降 下降了 下浮 下调 少 少了 少报 少报了 少给 减 减了 减少 减少了 扣 扣了 扣掉 砍 砍了 掉 低了 低 打 打了 要打',
  },
  {
    slot: 'selfShare',
    rank: 3,
    words: '先扣 先扣除 自付 自付比例 个人自付 个人负担 个人承担 自己付 自己承担 自己出 自己掏 自负',
  },
  {
    slot: 'other',
    rank: 3,
    only: 'before',
    words: `起付 起付线 起付标准 门槛 封顶 封顶线 限额 大病 大病保险 商业保险 商保 惠民保 增长 同比 占比 占 税 利息 缴费 缴费比例 单位交 个人交`,
  },
  { slot: 'other', rank: 3, words: '自费 自费比例 目录外 丙类' },
  {
    slot: 'none',
    rank: 3,
    words: '多少 低保 低档 最低 低收入 扣除 至少 减轻 打算 打听 打电话 不少 年少 少儿 报案 报警 报名 举报',
  },
];

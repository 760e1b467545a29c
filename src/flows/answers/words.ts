const words = (list: string): string[] => list.trim().split(/\s+/);

/** The words answers are recognised by; the first of each list is also how such an answer is shown. */
export const YES = words(`
  是 是的 是啊 对 对的 对啊 对呀 嗯 嗯嗯 没错 没有错 没问题 确实 当然 有 有的 有啊 有过 已经有 可以 可以的 能 会 要 需要
  好 好的 行 办了 办过 办好了 已经办 备了 备过 备好了 开了 弄了 做了 去了
  yes y ok √
`);

export const NO = words(`
  否 不是 不是的 不对 没有 没有的 没 没呢 没有呢 还没 还没有 从来没有 没有过 无 不 不会 不能 不要 不用 不需要 不行 不可以
  没办 没办过 还没办 没有办 没备 没备过 没开 没弄 没做 没去 没来得及 没顾上 no n ×
`);

export const UNKNOWN_WORDS = words(`
  不知道 不清楚 不晓得 不确定 不懂 不明白 不了解 不记得 不太记得 说不好 说不准 说不清 说不清楚 不大清楚 不太清楚 不是很清楚 不太确定
  不太懂 忘了 忘记了 忘记 记不清 记不清楚 记不得 记不住 搞不清 搞不清楚 搞不懂 弄不清 弄不清楚 想不起来 没印象 没注意
  还没定 没定 没想好 不好说 谁知道
`);

/** No such thing: the amount is nought. */
export const NONE = words('没有 没 无 没花 一分没有 一分没花 没花钱 没发生');

/** What may stand around an answer without adding to it. */
export const FILLERS = words(`
  我 我们 俺 咱 咱们 他 她 它 他们 本人 自己 家里 家人 老人 孩子 小孩 我家 我妈 我爸 妈妈 爸爸 母亲 父亲 老妈 老爸 妈 爸 娃
  爷爷 奶奶 外公 外婆 姥姥 姥爷 老公 老婆 爱人 丈夫 妻子 儿子 女儿 婆婆 公公 岳父 岳母
  是 就是 应该是 应该 算 算是 属于 选 选择 按 为 叫 在 那 那就 就 这个 那个 这种 那种 情况 种 类 项 选项 答案 答 一个
  已经 那边 这边 那里 这里 那儿 这儿 也 都 真 现在 目前 一直 大概 大约 好像 可能 估计 差不多 左右 上下 具体 其实 跟 和 人
  的 的话 吧 呢 啊 呀 了 哦 噢 嗯 额 呃 哈 嘛 呗 啦 哎 诶 呐 您好 你好 谢谢 请 麻烦 帮我
`);

/** What may stand around a place, by the role the question asks for. */
export const PLACE_WORDS: Readonly<Record<string, readonly string[]>> = {
  insured_region: words(`
    参保 参的保 参加 交 缴 交着 买 上的 办的 医保 社保 保险 城市 农合 新农合 老家 本地 当地 参保地
  `),
  care_region: words(`
    去 到 来 要去 想去 打算 准备 计划 看病 看 就医 就诊 治 治疗 治病 住院 手术 做手术 动手术 开刀 住 医院 城市 生活 长住
    待 待着 就医地 转到 转去
  `),
};

/** The rest of a hospital's name after its place: 北京协和医院. */
export const HOSPITAL = /^(?!.*[要去看办带转报找到])\p{Script=Han}{1,10}(?:医院|院区)/u;

/** What may stand around an amount. */
export const AMOUNT_WORDS = words(`
  一共 总共 共 共计 总计 合计 加起来 花了 花 花费 用了 交了 有 约 将近 近 快 多 来 出头 不到 块 块钱 元 钱 整 人民币
  第 头 次 回 岁 周岁 天 个 今年 报 报销 比例 能报
`);

/** What may stand around a day. */
export const DAY_WORDS = words('那天 当天 那一天 上午 下午 晚上 早上 中午 凌晨 号');

/** How people put what they don't know. */
export const WHAT_IS_ASKED = words(
  '是哪里 在哪 在哪里 哪里 多少 是多少 哪种 是哪种 是什么 哪个 怎么 什么时候 哪天 去哪 去哪里',
);

/** Words that ask; a text with them outside an answer's own words is a question. */
export const ASKS =
  /[哪啥几谁咋吗么?]|什么|多少|怎|如何|为何|还是|是否|是不是|能不能|要不要|有没有|可不可以|行不行|会不会|用不用/;

/** Words that deny what stands after them. */
export const DENIES = /[不没非未无别]/;

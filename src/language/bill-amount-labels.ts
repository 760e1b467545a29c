import type { LabelRow } from './bill-labels.js';
import type { AmountField } from './bill-types.js';

/** What a label of a sum stands for. `spent`, `part`: costs that may be the total; `other`: money that is no part of a bill. */
export type AmountSlot = AmountField | 'classB' | 'spent' | 'part' | 'other';

const AMOUNT = /^[:是有]?¥?[\d一二两三四五六七八九]/;

/** Generic words (rank 1) give way to a part of a bill (2), and both to the name of a field (3). */
export const AMOUNT_LABELS: readonly LabelRow<AmountSlot>[] = [
  {
    slot: 'total',
    rank: 3,
    words: `总费用 总花费 总额 总金额 总医疗费 总医疗费用 医疗总费用 医疗费总额 医疗费用总额 住院总费用 总住院费 总住院费用 总账单 账单总额 费用总额
      费用合计 费用总计 总医药费 总价 全部费用 总开销 总的费用 总的花费 总支出 总消费 总数 总账`,
  },
  { slot: 'total', rank: 1, only: 'before', words: '总共 一共 共计 拢共 统共 通共 总的 加起来 共花 共用 总 满打满算' },
  { slot: 'total', rank: 1, words: '合计 总计' },
  {
    slot: 'spent',
    rank: 1,
    only: 'before',
    words: `花了 花费 花费了 花去 花掉 花 用了 用掉 用去 垫了 垫付 垫付了 先垫 支付了 结算单 发票 单子 交了 掏了 付了 开销 消费 欠 欠了 缴了 收了 结了 干掉 砸了 扔了 造了`,
  },
  { slot: 'spent', rank: 1, words: '费用 花销 住院费 住院费用 医疗费 医疗费用 医药费 账单 看病钱' },
  {
    slot: 'part',
    rank: 2,
    words: `手术费 药费 药钱 检查费 化验费 床位费 护理费 材料费 耗材费 治疗费 诊疗费 西药费 中药费 挂号费 麻醉费 监护费 化疗费 放疗费 透析费 诊查费 输血费`,
  },
  { slot: 'classA', rank: 3, words: '甲类 甲类药 甲类费用 甲类的 a类' },
  { slot: 'classB', rank: 3, words: '乙类 乙类药 乙类费用 乙类的 部分自付 b类' },
  {
    slot: 'ownFunded',
    rank: 3,
    words: `自费 自费药 自费药品 自费项目 自费部分 自费金额 自费费用 全自费 纯自费 完全自费 丙类 丙类药 c类 目录外 目录以外 医保外 范围外 非医保 不能报 不能报的
      不能报销 不能报销的 报不了 报不了的 不可报 不可报的 不可报销 不给报 不给报的 不报的 不报销的 没法报 医保不报 医保不报销 医保报不了 医保不管 不在目录 不在医保 自废`,
  },
  {
    slot: 'overLimit',
    rank: 3,
    words: `超限价 超限额 超出限价 超过限价 超限 超标 超标准 超支付标准 超出支付标准 超过支付标准 超医保限价 限价以上 超限价部分`,
  },
  {
    slot: 'inScope',
    rank: 3,
    words: `政策范围内 政策范围内费用 政策内 合规费用 合规医疗费 合规医疗费用 合规金额 合规部分 合规 可报费用 可报金额 可报销费用 可报销金额 目录内 医保目录内
      医保内 医保范围内 范围内 纳入报销 纳入医保 进医保的 进报销 符合规定 符合政策 列入报销 报销基数 是能报的 是可以报的 是能报销的 都能报的`,
  },
  { slot: 'inScope', rank: 3, words: '可报的 可报销的 可以报的 可以报销的 能报的 能报销的 可报部分' },
  {
    slot: 'seriousIllnessBase',
    rank: 3,
    words:
      '大病基数 大病报销基数 大病保险基数 大病合规费用 大病保险合规费用 大病合规 进大病的 进大病 进入大病 大病计算基数',
  },
  {
    slot: 'deductible',
    rank: 3,
    words:
      '起付线 起付标准 起付 起付额 起付金 起付费 起付钱 起付金额 门槛 门槛费 门坎 门坎费 门槛线 起步费 起步线 起步价 起伏线 起付现 门槛钱 门栏费',
  },
  {
    slot: 'ceiling',
    rank: 3,
    words:
      '封顶线 封顶 最高支付限额 支付限额 最高限额 年度限额 年限额 上限 最高支付 天花板 最多报 最高报 顶多报 限额 最高只报 最多只报',
  },
  {
    slot: 'accountBalance',
    rank: 3,
    words: `个人账户 个人账户余额 个人帐户 个账 个账余额 账户余额 账户里 医保账户 医保余额 医保卡 医保卡里 医保卡上 医保卡余额 医保卡里头 卡里 卡上 卡里头 卡内
      卡里余额 余额 社保卡里`,
  },
  {
    slot: 'usedPool',
    rank: 3,
    words: '已经报过 已报过 已报销过 额度用了 额度已用 额度已经用了 统筹用了 统筹已用 统筹已经用了 额度用掉 今年统筹',
  },
  {
    slot: 'paidByFund',
    rank: 2,
    only: 'before',
    words: `报了 报销了 报销掉 报掉 报下来 报回来 报过 报销过 给报了 只报了 报销 报销金额 报销款 报到手 已报 已报销 医保已支付 医保已报 医保已经支付 统筹已支付 统筹已经支付 基金已支付 已支付 已经支付 医保付了 医保付 医保报了 医保出了 医保出 医保掏了
      医保支付 医保支付了 医保报销 医保报销了 医保给了 医保承担 医保承担了 统筹支付 统筹支付了 统筹付了 统筹报了 统筹出了 统筹 基金支付 基金支付了 统筹基金支付 统筹基金支付了 医保结了`,
  },
  {
    slot: 'paidBySelf',
    rank: 2,
    only: 'before',
    words: `自己付了 自己付 自己掏了 自己掏 自己出了 自己出 自己拿了 自己交了 自己花了 自己承担 自己承担了 自己负担 自己贴了 自己支付 自己支付了 自付 自付了 自掏 自负 个人付了
      个人支付 个人支付了 个人自付 个人自付了 个人负担 个人承担 个人掏了 个人出了 自己实付 我付了 我掏了 我出了 我自付 自掏腰包 自己又掏了 最后付了 现金 现金支付 现金自付 现金付了 实付`,
  },
  {
    slot: 'other',
    rank: 3,
    words: `押金 预交 预交金 预交款 预缴 预付 预付款 工资 月薪 收入 退休金 养老金 车费 路费 车票 机票 交通费 住宿费 宾馆 生活费 伙食费 饭钱 房租 护工 护工费 陪护费 商业保险 商保 意外险
      惠民保 医保费 保费 社保费 的医保 的社保 缴费基数 退了 退费 退款 退回 借了 借款 贷款 存款 补助 补贴 赔了 赔偿 赔付 误工费 营养费 红包 罚款 低保金 个人账户支付 个账支付
      账户支付 大病起付线 大病起付 大病保险起付线 大病门槛 大病保险 大病报了 大病支付 外购药 外购 院外购药 住宿 银行卡 银行卡里 存折 捐款 先自付 先行自付 乙自付 甲自付 自付一 自付二 医保内自付 范围内自付 目录内自付 政策范围内自付 医保范围内自付 政策内自付`,
  },
  { slot: 'other', rank: 2, only: 'before', words: '能报 可以报 能退 能报销 可报 报' },
  { slot: 'classA', rank: 3, only: 'before', next: AMOUNT, words: '甲' },
  { slot: 'classB', rank: 3, only: 'before', next: AMOUNT, words: '乙' },
  { slot: 'ownFunded', rank: 3, only: 'before', next: AMOUNT, words: '丙' },
  { slot: 'none', rank: 3, words: '报销比例 支付比例 报销率 报销单 报销标准 报销时 报销流程 三甲 二甲 一甲' },
];

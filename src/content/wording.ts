import type { z } from 'zod';
import type { Finding } from './problem.js';

/** What policy staff read when content is wrong. The one place of Chinese wording in this module. */
const finding = (what: string, why: string, cure: string): Finding => ({ what, why, cure });

export const yamlFinding = (code: string, message: string): Finding =>
  code === 'DUPLICATE_KEY'
    ? finding('同一层里有重复的键', '重复的键会互相覆盖，读到哪一个说不准', '删掉其中一个')
    : finding(
        `YAML 写法有误：${message.split('\n')[0]}`,
        '文件读不出来，里面的内容都不会上线',
        '检查缩进、引号和冒号；含 { } 或 [ ] 的文字用 |- 另起一行写',
      );

/** What the schemas themselves refuse, by the name they give it. */
const OWN_REFUSALS: Readonly<Record<string, readonly [what: string, why: string, cure: string]>> = {
  one_of_when: [
    '时间要写一种，也只能写一种',
    '不知道从哪天起有效，就不知道能不能用',
    '写 from（起始日）、as_of（只知道是哪一年的）、in_force（现行，起始日未注明）三者之一',
  ],
  one_of_value: [
    '数值要写一种，也只能写一种',
    '没有数值算不出来，有两个不知道用哪个',
    '写 value、by_tier、ended 三者之一',
  ],
  ended_from: ['写了 ended，没有写从哪天起', '不知道哪天失效，就会一直用下去', '补上 from'],
};

/** A zod issue in words for an author. */
export function schemaFinding(issue: z.core.$ZodIssue): Finding {
  const at = issue.path.join('.') || '整个文件';
  if (issue.code === 'unrecognized_keys')
    return finding(
      `${at}：不认识的字段 ${issue.keys.join('、')}`,
      '写错名字的字段会被悄悄忽略',
      '对照编写指南改正字段名，或删掉它',
    );
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return finding(`${at}：缺少这个字段`, '没有它，这一条不能用', '对照编写指南补上这个字段');
  if (issue.code === 'invalid_type' && issue.expected === 'string')
    return finding(
      `${at}：应写成文字`,
      '不加引号的编码、数字会被 YAML 读成数，前导零和小数会丢',
      '给它加上引号，例如 "150100"',
    );
  if (issue.code === 'invalid_union') return unionFinding(at, issue);
  const own = OWN_REFUSALS[issue.message];
  if (own) return finding(`${at}：${own[0]}`, own[1], own[2]);
  return finding(`${at}：${issue.message}`, '这个字段不符合格式要求', '对照编写指南，或看编辑器里的提示改正');
}

/** Several forms are possible, and what stands there is none of them; where a name tells them apart, the names. */
function unionFinding(at: string, issue: z.core.$ZodIssueInvalidUnion): Finding {
  const names = [issue, ...issue.errors.flat()].flatMap((one) => ('options' in one ? (one.options as string[]) : []));
  return finding(
    `${at}：写法不对`,
    '这个字段有几种写法，写的哪一种都不是，读不出来',
    `对照编写指南改正${names.length > 0 ? `；可以写 ${names.join('、')}` : ''}`,
  );
}

export const missingFileFinding = (): Finding =>
  finding('缺少这个文件', '没有它，内容读不全', '照编写指南补上这个文件');

export const duplicateFinding = (kind: string, id: string, first: string): Finding =>
  finding(`编号重复：${kind} ${id}`, `${first} 里已经有同名的一条，后读的会盖掉先读的`, '换一个编号，或把两条并成一条');

export const say = {
  unknownSource: (id: string) =>
    finding(`来源 ${id} 不在 sources.yaml 里`, '读者点开依据会找不到文件', '先在 sources.yaml 登记这份文件，再引用'),
  noSource: () =>
    finding(
      '没有写来源',
      '没有来源的说法不能当依据；通行做法要标 certainty: common',
      '补上 source: { id, at }，或改成 certainty: common 并去掉数字',
    ),
  valueUnused: (key: string) =>
    finding(
      `values 里的 ${key} 没有出现在 text 里`,
      '数字只能有一处，写在 values、用在 text',
      `在 text 里用 {${key}} 引用它，或删掉它`,
    ),
  valueMissing: (key: string) =>
    finding(`text 用了 {${key}}，values 里没有`, '读者会看到花括号', `在 values 里写上 ${key}，或改正名字`),
  looseFigure: (figure: string) =>
    finding(`数字「${figure}」直接写在句子里`, '政策变了要改的数字必须只有一处', '放进 values，再用 {名字} 引用'),
  commonFigure: (figure: string) =>
    finding(`通行做法里出现数字「${figure}」`, '没有文件依据的数字不能给人看', '去掉数字，或找到来源后改成 stated'),
  commonWord: () =>
    finding('通行做法没有说明是「通常」', '读者会当成硬规定', '句子里写上「通常」，并说明以参保地要求为准'),
  reportedWord: () => finding('媒体口径没有说明是报道', '读者会当成官方原文', '句子里写上「据报道」或「据……报道」'),
  period: () => finding('until 早于 from', '这样的有效期一天也不存在', '核对两个日期'),
  conflict: (other: string) =>
    finding(
      `与 ${other} 对同一件事（key）说法不同`,
      '同地、同人、同一天只能有一个答案',
      '给其中一条写上 until、scope 或 who，或去掉多余的一条',
    ),
  wideCode: (code: string) =>
    finding(
      `scope ${code} 是一个省，但没有写 unified`,
      '省的规定只有写明全省统一才适用于各市',
      '确认来源写明全省统一后加 unified: true，否则改成具体统筹区',
    ),
  unknownFact: (id: string) =>
    finding(`引用了不存在的事实 ${id}`, '读者会看到空白', '核对编号；事实写在 knowledge/facts/ 里'),
  unknownValue: (id: string) =>
    finding(`引用了不存在的数字 ${id}`, '读者会看到花括号', '核对名字；数字写在该事实的 values 里'),
  unknownDocument: (id: string) => finding(`引用了未登记的文件 ${id}`, '读者会看到花括号', '先在 sources.yaml 登记'),
  uncited: () => finding('这段回答没有引用任何事实', '没有依据的回答不能上线', '用 {事实} 或 [事实] 引用它依据的事实'),
  ungrounded: (figure: string) =>
    finding(
      `数字「${figure}」不在它引用的事实里`,
      '编造的数字是最严重的错误',
      '引用含有这个数字的事实，或在 derived 里写明算式',
    ),
  literal: (figure: string) =>
    finding(`数字「${figure}」直接写在回答里`, '政策一变，这里会漏改', '改成 {事实.名字} 引用；推算的写进 derived'),
  arithmetic: (working: string) =>
    finding(`算式不成立：${working}`, '推算的数字必须能复算', '核对算式；只支持 a + - × ÷ b = c'),
  noDefault: () =>
    finding('没有通用的回答', '没说参保地或类别的人会得不到回答', '加一条不带 scope、care、who、insurance 的回答'),
  foreign: (fact: string, name: string) =>
    finding(
      `这段回答引用了${name}的事实 ${fact}，却没有限定地方`,
      '一地的规定会被当成全国的',
      `给回答写上同样的 scope，或在句子里写明「${name}」`,
    ),
  unnamed: (fact: string) =>
    finding(`回答的 scope 与事实 ${fact} 的适用地不符`, '一地的规定会被说给另一地的人', '改正 scope，或换引用'),
  expired: (fact: string, until: string) =>
    finding(
      `引用的事实 ${fact} 到 ${until} 已失效`,
      '过期的规定不能当现行的说',
      '换成现行的事实；若这条就是讲旧规定，写 tense: past',
    ),
  upcoming: (fact: string, from: string) =>
    finding(
      `引用的事实 ${fact} 要到 ${from} 才生效`,
      '没生效的规定不能当现行的说',
      '写 tense: future，并在句子里说明何时施行',
    ),
  asOf: (fact: string, as_of: string) =>
    finding(`引用了 ${as_of} 的数 ${fact}，回答没有说时点`, '旧数会被当成现在的数', '在句子里写明时点'),
  long: (length: number) => finding(`回答有 ${length} 字`, '回答超过上限，手机上读不下去', '缩短，细节交给另一条问答'),
  offer: (id: string) => finding(`offer 指向不存在的问答 ${id}`, '按钮按下去没有内容', '核对编号'),
  offerFlow: (id: string) =>
    finding(`offer 指向不存在的流程 ${id}`, '按钮按下去没有内容', '核对编号；流程写在 flows/ 里，写法是 flow:编号'),
  sameWording: (wording: string, other: string) =>
    finding(`问法「${wording}」在 ${other} 里也有`, '同一句话不能有两个答案', '留给更合适的那一条'),
  fileName: (id: string) => finding(`文件名与编号 ${id} 不一致`, '按名字找不到内容', `把文件改名为 ${id}.yaml`),
  topic: (topic: string) =>
    finding(`文件夹 ${topic} 不在 topics.yaml 里`, '统计和菜单会漏掉它', '在 topics.yaml 登记，或移到已有的文件夹'),
  longId: (id: string) => finding(`编号 ${id} 太长`, '按钮最多带 64 字节，放不下', '缩短编号'),
  saidTwice: (word: string, other: string) =>
    finding(`说法「${word}」也归在「${other}」下`, '一个说法只能对应一个词', '删掉其中一处'),
  unknownKey: (key: string) =>
    finding(`没有哪条事实的 key 是 ${key}`, '读者会看到空白', '核对 key；它写在 knowledge/facts/ 的事实里'),
  noSuchRegion: (code: string) =>
    finding(
      `没有代码为 ${code} 的地方`,
      '参数会挂在一个不存在的参保地下',
      '核对行政区划代码；省本级、县等在代码后加后缀',
    ),
  bareNumber: (value: string) =>
    finding(`数字 ${value} 没有加引号`, 'YAML 会把它读成浮点数，钱和比例会差一点', `写成 "${value}"`),
  overlap: () =>
    finding(
      '与前面的一条同时适用于同一些人',
      '同一天、同一个人只能有一条规定',
      '用 for 把两条的适用人群分开，或并成一条的 history',
    ),
  unknownTier: (name: string) =>
    finding(`级别或档次「${name}」没有登记`, '没有人选得到它', '在本文件的 tiers 或 grades 里登记，或改成通用的级别'),
  noChoice: (name: string, slot: string) =>
    finding(
      `「${name}」在 flows/estimate.yaml 的 ${slot} 里没有选项`,
      '在这里参保的人选不到它，算不出来',
      `在 flows/estimate.yaml 的 ${slot} 里加上编号 ${name} 的选项，when 写这个参保地`,
    ),
  sameDay: () => finding('同一条里有两个值从同一天起', '这一天到底用哪个说不准', '删掉一个，或改正日期'),
  noSuchFigure: (name: string) =>
    finding(
      `from_region 的 ${name} 在地区文件里找不到`,
      '读者会看到花括号',
      '核对 key、for、field；数字写在 knowledge/regions/ 里',
    ),
  unknownEntry: (id: string) => finding(`follow 指向不存在的问答 ${id}`, '后半句会没有内容', '核对编号'),
} as const;

export const WORDS = {
  common: /通常|一般/,
  reported: /据|报道|媒体|转述|新闻/,
} as const;

/** What the listings of `check` are headed with. */
export const LISTS = {
  expired: '已过有效期的事实',
  upcoming: '尚未生效的事实',
  stale: '超过复核期限的问答和事实',
  unused: '没有回答引用的事实',
  gaps: '已知缺口',
} as const;

const words = (list: string): string[] => list.split(' ');

/** Short names of counties and county-level cities that are words or arise between two words: only the full name counts. */
export const ORDINARY: ReadonlySet<string> = new Set([
  // words of their own
  ...words('东方 合作 灯塔 榆树 樟树 江山 无为 新星 白杨 安宁 新民 磐石 同仁 和平 平安'),
  ...words('互助 通道 建设 友好 前进 解放 光明 太平 天桥 长寿 安定 安居 复兴 向阳 团结'),
  ...words('民和 民乐 大方 平和 永和 文明 开发 经济开发 高明 共和 大城 新城 大同'),
  ...words('大厂 大名 大通 正定 和顺 高新 兴和 开放 中站 中原 海港 港口 北关 南关'),
  // known by something else: 五常大米, 龙井茶, 阳春面, 四会议
  ...words('五常 龙井 阳春 四会 弥勒'),
  // across two words: 孩|子长大, 打|开平台, 社|会理赔, 每|天长期, 提|高安全, 联|合山东, 东|北安置, 便|宜都, 和龙头
  ...words('子长 开平 会理 天长 高安 合山 北安 宜都 和龙 大安 高平 高密 高州 原平'),
  // 最|大安, 沿|海城, 京|津市, 收|集安, 广|东港, 高|尚志, 同|江苏, 面|临江, 对|应城, 适|宜城, 新|兴城, 要|开远程, 离|开原籍
  ...words('海城 津市 集安 东港 尚志 同江 临江 应城 宜城 兴城 开远 开原 信宜 安国 常宁'),
]);

/** Full names that many towns use for a part of themselves: they need their city or province in the same sentence. */
export const NEEDS_CONTEXT: ReadonlySet<string> = new Set([
  ...words('城区 郊区 矿区 东区 西区 老城区 古城区 新市区 西市区 山城区 平房区 站前区 回民区'),
  ...words('城东区 城西区 城北区 城中区 市南区 市北区 市中区 路南区 路北区 河东区 河西区 河北区'),
  ...words('江南区 江北区 桥东区 桥西区 海港区 港口区 解放区 前进区 天桥区 工农区 开发区 高新区'),
  ...words('成县 太平区 友好区 红旗区 新华区 光明区 长寿区 中站区 上街区 老边区 二道区 安居区'),
]);

type Neighbours = { readonly after?: string; readonly before?: string };

// `after`: characters that may not stand just before the name; `before`: characters that may not follow it.
const NEIGHBOURS: Readonly<Record<string, Neighbours>> = {
  保: { after: '医社参确农投低担五三职居' }, // 医保定点, 医保山东
  内江: { after: '国省市县区境院' },
  果洛: { after: '如结效' },
  中卫: { after: '其', before: '健生' },
  三明: { before: '治' },
  大理: { before: '石' },
  大连: { after: '扩最', before: '续接' },
  大同: { after: '人老', before: '小意学' },
  大庆: { after: '重', before: '典祝' },
  长治: { before: '久' },
  安顺: { after: '平' },
  安康: { after: '平保' },
  安定: { after: '平' },
  海安: { before: '全' },
  广安: { after: '推', before: '置' },
  吉安: { before: '置' },
  四平: { before: '米方' },
  新余: { after: '最更', before: '额' },
  新乡: { after: '创高', before: '镇' },
  开封: { before: '条' },
  莆田: { before: '系' },
  和田: { before: '玉间' },
  哈密: { before: '瓜' },
  阿里: { before: '巴健云妈' },
  德州: { after: '道', before: '扑仪' },
  金华: { before: '火' },
  通辽: { after: '交', before: '宁' },
  昌都: { after: '武文荣' },
  来宾: { after: '位' },
  台北: { after: '平' },
  海口: { after: '夸' },
  冰城: { after: '雪' },
  三秦: { before: '套' },
  应城市: { after: '对相适响' },
  海城市: { after: '沿近临' },
  宜城市: { after: '适便' },
  兴城市: { after: '新' },
  韩城: { before: '攻' },
  沙市区: { after: '长' },
  瑞金: { before: '医' }, // 上海瑞金医院
  天门: { before: '冬' },
  仙桃: { after: '水' },
  东阳: { before: '台' },
  南宫: { before: '医' },
  香格里拉: { before: '酒' },
  太和: { before: '医' },
};

/** Things named after a place. `北京路上` and `在北京时间长了` are about the place, hence the exceptions. */
const NAMED_AFTER =
  /(?:[东南西北中]?路(?![上费程过途线远近口太好很不都又])|大道|大街|街(?!道|头|上)|时间(?![长短久太不很超已就还比有满够一半])|火锅|航空|[日晚晨早]报(?!销|了|的|警|备|案|名)|都市报|银行|拉面|烤鸭|白药|啤酒|茅台|卫视|口音|方言|话(?!费)|大盘鸡|热干面|烩面|牌照?|医改|模式|陵园|公园)/y;

/** 中山医院 and 中山大学 are in other cities than 中山. */
const PERSON_NAMED: ReadonlyMap<string, RegExp> = new Map([['中山', /(?:医院|大学|医科|医学|附|陵|装)/y]]);

const startsAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** True if the name at `start` is a road, a newspaper, a dish ... called after the place. */
export function isNamedAfter(text: string, start: number, name: string): boolean {
  const end = start + name.length;
  const person = PERSON_NAMED.get(name);
  return startsAt(NAMED_AFTER, text, end) || (person !== undefined && startsAt(person, text, end));
}

const has = (chars: string | undefined, char: string): boolean => char !== '' && (chars?.includes(char) ?? false);

const clashes = (key: string, previous: string, next: string): boolean =>
  has(NEIGHBOURS[key]?.after, previous) || has(NEIGHBOURS[key]?.before, next);

/** True if the characters of the name at `start` belong to other words: 医|保定点, 其|中卫健委, 费县 in 自费县医院. */
export function isAcrossWords(text: string, start: number, name: string): boolean {
  const previous = text.charAt(start - 1);
  const next = text.charAt(start + name.length);
  if (name.length > 2 && isKindOfPart(name, next)) return true;
  if (name.endsWith('市') && next === '场') return true;
  if (name.length === 2 && name.endsWith('县')) return !standsFree(previous, next);
  if (ABBREVIATED.test(name + next)) return true;
  return [name.slice(0, 1), name.slice(0, 2), name.slice(0, 3), name].some((key) => clashes(key, previous, next));
}

// 在|京东, 有|津贴
const ABBREVIATED = /^.(?:京[东剧戏九]|津贴|粤[剧语菜]|沪剧)$/;

// 河北|区域, 吉林|市民, 长沙|县级: the last character of the name starts the next word.
const KIND_WORDS: Readonly<Record<string, string>> = { 市: '民场面', 区: '域间别', 县: '级域', 盟: '友', 旗: '下' };

const isKindOfPart = (name: string, next: string): boolean => has(KIND_WORDS[name.slice(-1)], next);

// 费县, 应县, 和县: the first character is usually the end of another word.
const standsFree = (previous: string, next: string): boolean =>
  (previous === '' || /[\s\p{P}在是从去到来回往住俺我咱省市州]/u.test(previous)) && !/[级里域]/.test(next);

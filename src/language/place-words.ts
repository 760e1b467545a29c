/** One of the words of a list, as the source of a pattern. */
export const any = (list: string): string => `(?:${list.split(' ').join('|')})`;

/** What may stand between a place and the word that tells its role: 呼市那边的. */
export const SIDE = `${any('这边 那边 这里 那里 这儿 那儿 本地 当地 城里 乡下 农村 省直 市直 这 那 市 省 县')}?`;

export const SCHEME = any(
  '职工 居民 城乡 城镇 医保 社保 医疗保险 新农合 农合 合作医疗 合疗 灵活就业 公费医疗 大病保险 学生医保',
);

/** Paying: 交的, 参保, 上的社保; not 交的押金. */
export const PAY = `(?:${any('参保 投保 参的 参了 参加 入的 缴 交着 交的 交了 交过 交医保 交社保 交保险 交居民 交职工 交农合 交钱的地方')}|[买上][的了着]?${any('医保 社保 保险 职工 居民 农合 新农合')})(?!的?${any('押金 定金 住院费 预交 费用 钱看')})`;

/** Using an insurance, as against having it: 医保在北京能用吗. */
export const USE = `(?:[能可行好看住刷报买用也还直]|${any('怎么 咋 的医院 医院 结算 门诊 药 急诊 没法 不能')}|就医(?!地))`;

export const PERSON = any(
  '俺们 我们 咱们 我家 俺家 我 俺 咱 他 她 本人 老伴 爸妈 爸 妈 父母 父亲 母亲 爷爷 奶奶 公公 婆婆 公婆 老人 岳父 岳母 娘',
);

export const CHILD = any('儿子 女儿 闺女 孩子 子女 儿女 孙子 孙女 老公 老婆 对象 姑娘 娃');

const LIVING =
  '住着 长住 常住 久住 居住 住了 住的 住在 住 定居 安家 落脚 养老 生活 过日子 过冬 过年 过节 避暑 租房 租了 租的 买房 买了房 待着 呆着 待了 呆了';
const WORKING =
  '工作 打工 务工 上班 干活 做生意 开店 开小吃店 实习 进修 出差 挂职 驻 进厂 搬砖 当兵 读书 上学 念书 上大学 读大学 求学';
const VISITING =
  '旅游 旅行 自驾 开车 跑车 爬山 游玩 玩 探亲 走亲戚 串亲戚 陪读 陪 带娃 带孩子 看孩子 看娃 带孙 带外孙 照看 照顾 帮 伺候 坐月子 月子';

export const STAY = any(`${LIVING} ${WORKING} ${VISITING}`);

const TREATED =
  '住院(?!地) 住了院 住的院 住着院 看病(?!地) 看的 看了 看个 看牙 看眼 看专家 看急诊 看门诊 看 瞧病 瞧 就医(?!地) 就诊(?!地) 治疗 治病 治 做手术 动手术 做了 做的 做个 手术 开刀 化疗 放疗 透析 复查 复诊 检查 体检 抢救 急救 买药 拿药 取药 开药 开的药 配药 抓药 挂号 挂了 产检 生孩子 生娃 生二胎 生产 分娩 剖腹 康复';
const FALLEN_ILL =
  '查出 急诊 急性 摔 受伤 车祸 骨折 出事 发病 犯病 病了 病倒 突发 突然 胸闷 胸口 心梗 脑梗 肚子 头疼 头晕 高反 发烧 高烧 喘 吐血 晕倒 中风 确诊 icu';

/** Being treated, said right behind a place. */
export const TREAT = any(TREATED);

/** Being treated or falling ill, said of somebody who is 在 a place. */
export const TREAT_THERE = any(`${TREATED} ${FALLEN_ILL} 门诊`);

export const CLINIC = any(
  '医院 三甲 三级 协和 华西 瑞金 同仁 积水潭 天坛 阜外 湘雅 齐鲁 301 肿瘤 专家 大夫 医生 病房 急诊科 药店 诊所 儿研所 科室',
);

/** Going to a place; not 收到, 想不到, 来自, 线上, 回到. */
export const GO = `(?:${any('转院 转诊 转 去 前往 往 赴 奔 飞 跑 进')}|(?<![回得收等拿达看听直遇找提感查转挪迁移])到|(?<!回)来|(?<![线网以加海晚早交])上)(?:[至到去往来了过出趟咱俺的]|${any('过去 一趟 外地 外省')}){0,3}`;

/** Going on from a place: 呼市转到北京. */
export const MOVE = `${any('转诊 转院 转 去 到 往 上 来 飞 跑 赴 奔 进 -> →')}(?:[去到往至诊院了过]){0,3}`;

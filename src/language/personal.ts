import { isLikeOldId, isPlausibleDay } from './number-checks.js';
import {
  type Candidate,
  cardLength,
  isId,
  isLandline,
  isMobile,
  isNamedDocument,
  isOldIdShape,
} from './number-shapes.js';

/** The kinds of personal numbers that are taken out of a text. */
export const PERSONAL_KINDS = ['id', 'mobile', 'landline', 'bank_card', 'document', 'email'] as const;

export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** How one kind is recognised. Named groups: `lead` stays in the text, `prefix` and `number` are replaced. */
export type PersonalRule = {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** How many of the digits belong to the number; 0 if it is something else. */
  readonly take: (candidate: Candidate) => number;
};

/** What people put between the digits of one number. Everything here is bounded, so no pattern can run away. */
const GAP = String.raw`[\s\-‐-―−⁃.·•‧∙⋅・。,、/\\~()\[\]{}【】「」|:;*'"“”‘’+=…<>_]{0,6}`;
const FILLER = String.raw`[\s:"“'是为=的号码叫填写我(#,]{0,8}`;
const PREFIX = String.raw`(?<prefix>\+?${GAP}(?:0${GAP}0${GAP})?8${GAP}6${GAP}0?${GAP}|0)?`;
const LOCAL = String.raw`\d(?:${GAP}\d){6,7}`;
const AREA = String.raw`(?:1${GAP}0|2${GAP}\d|[3-9]${GAP}\d${GAP}\d)`;
const SPACE_IN_NAME = String.raw` (?=\d{1,6}(?!\d| ?[年月日元万块天个岁%]))`;

const CARD_CUE = '银行卡|储蓄卡|信用卡|借记卡|卡号|账号|帐号|账户|帐户|开户行?';
const DOCUMENT_CUE =
  '(?:社保|社会保障|社会保险|医保|医疗保险|医疗保障|医疗|就诊|诊疗|住院|病历|病案|门诊|挂号|个人|参保|护照|通行证|居住证|台胞证|军官证|驾驶证|学生证|残疾证)' +
  '(?:卡|证|单|人|登记|电子凭证)?(?:卡?号码|编号|编码|卡?号)|护照|通行证|社保卡|医保卡';

const all = ({ digits }: Candidate): number => digits.length;
const allIf = (test: (candidate: Candidate) => boolean) => (candidate: Candidate) =>
  test(candidate) ? all(candidate) : 0;

/** `lead` and `number` without a digit before or after; `body` is what the number looks like. */
function pattern(body: string, lead = ''): RegExp {
  const start = lead === '' ? String.raw`(?:(?<!\d)|(?=\+))` : `(?<lead>(?:${lead})${FILLER})`;
  return new RegExp(String.raw`${start}${body}(?!\d)`, 'g');
}

const digits = (most: string): string => String.raw`(?<number>\d(?:${GAP}\d){${most}}(?:${GAP}x)?)`;

/** In the order of their claims: a number taken by one rule is not seen by the next. */
export const PERSONAL_RULES: readonly PersonalRule[] = [
  {
    kind: 'email',
    pattern: /(?<number>[a-z\d._%+-]{1,64} ?@ ?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,3}\.[a-z]{2,20})/g,
    take: () => Number.POSITIVE_INFINITY,
  },
  {
    kind: 'id',
    pattern: pattern(String.raw`(?<number>\d(?:${GAP}\d){16}${GAP}[\dx])`),
    take: allIf(isId),
  },
  {
    kind: 'document',
    pattern: pattern(
      String.raw`(?<number>[a-z]{0,4}-?\d(?:(?:[-_./]|${SPACE_IN_NAME})?[a-z\d]){2,29})(?![a-z])`,
      DOCUMENT_CUE,
    ),
    take: (c) => (isNamedDocument(c) ? Number.POSITIVE_INFINITY : 0),
  },
  { kind: 'bank_card', pattern: pattern(digits('12,18')), take: cardLength },
  { kind: 'id', pattern: pattern(digits('14')), take: allIf((c) => isLikeOldId(c.digits) && isOldIdShape(c)) },
  {
    kind: 'mobile',
    pattern: pattern(String.raw`${PREFIX}(?<number>1${GAP}[3-9](?:${GAP}\d){9})`),
    take: allIf(isMobile),
  },
  {
    kind: 'landline',
    pattern: pattern(String.raw`(?<prefix>\+${GAP}8${GAP}6${GAP}|00${GAP}86${GAP})(?<number>${AREA}${GAP}${LOCAL})`),
    take: all,
  },
  { kind: 'landline', pattern: pattern(`(?<number>0${GAP}${AREA}${GAP}${LOCAL})`), take: allIf(isLandline) },
  { kind: 'id', pattern: pattern(digits('11,18'), '身份证|身份号|证件'), take: all },
  { kind: 'bank_card', pattern: pattern(digits('15,18'), CARD_CUE), take: all },
  {
    kind: 'mobile',
    pattern: pattern(
      String.raw`${PREFIX}(?<number>1${GAP}[3-9](?:${GAP}\d){8,10})`,
      '手机|电话|联系方式|联系人?|微信|tel|phone',
    ),
    take: all,
  },
  {
    kind: 'landline',
    pattern: pattern(String.raw`(?<number>\d{3,4}[- ]?\d{4})`, '座机|固话|电话|tel'),
    take: allIf((c) => !isPlausibleDay(c.digits)),
  },
  { kind: 'document', pattern: pattern(String.raw`(?<number>\d{17,}x?)`), take: all },
];

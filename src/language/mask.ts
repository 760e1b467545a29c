import type { Candidate } from './number-shapes.js';
import { PERSONAL_KINDS, PERSONAL_RULES, type PersonalKind, type PersonalRule } from './personal.js';
import { type Shadow, shadowOf } from './shadow.js';

const TOKENS: Record<PersonalKind, string> = {
  id: '〔身份证号〕',
  mobile: '〔手机号〕',
  landline: '〔电话〕',
  bank_card: '〔银行卡号〕',
  document: '〔证件号码〕',
  email: '〔邮箱〕',
};

/** Stands for what is already claimed: neither a digit nor anything that may stand inside a number. */
const CLAIMED = '〕';

type Claim = { readonly kind: PersonalKind; readonly from: number; readonly to: number };

/** A number taken out may leave the one beside it standing free; more rounds than that are never needed. */
const MOST_ROUNDS = 4;

/**
 * Replaces personal numbers in a text as typed, before it is stored, logged or sent; the rest of the text stays as it is.
 * `found`: the kinds replaced, each once. Any string is accepted; the work is linear in its length. Idempotent.
 */
export function mask(text: string): { text: string; found: PersonalKind[] } {
  const kinds = new Set<PersonalKind>();
  let masked = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const shadow = shadowOf(masked);
    const written = claimsIn(shadow.plain);
    const claims = [...written, ...claimsIn(blank(shadow.spoken, written))];
    if (claims.length === 0) break;
    for (const claim of claims) kinds.add(claim.kind);
    masked = replaced(shadow, claims);
  }
  return { text: masked, found: PERSONAL_KINDS.filter((kind) => kinds.has(kind)) };
}

/** What every rule asks for. */
const MARK_OF_ALL = /[\d@]/;

function claimsIn(text: string): Claim[] {
  const claims: Claim[] = [];
  if (!MARK_OF_ALL.test(text)) return claims;
  let rest = text;
  for (const rule of PERSONAL_RULES) {
    const more = claimsOf(rule, rest);
    if (more.length > 0) rest = blank(rest, more);
    claims.push(...more);
  }
  return claims;
}

function claimsOf(rule: PersonalRule, text: string): Claim[] {
  const claims: Claim[] = [];
  const search = new RegExp(rule.pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const claim = claimOf(rule, text, match);
    if (claim !== undefined) claims.push(claim);
    search.lastIndex = claim?.to ?? match.index + 1;
  }
  return claims;
}

function claimOf(rule: PersonalRule, text: string, match: RegExpExecArray): Claim | undefined {
  const { lead = '', prefix = '', number = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const from = match.index + lead.length;
  const count = rule.take(candidateOf(lead, prefix, number, text.slice(end, end + 4)));
  if (count === 0) return undefined;
  const to = from + prefix.length + lengthOf(number, count);
  const opened = text.charAt(from - 1) === '(' && hasLooseBracket(text.slice(from, to));
  return { kind: rule.kind, from: opened ? from - 1 : from, to };
}

function candidateOf(lead: string, prefix: string, number: string, after: string): Candidate {
  const groups = (number.match(/[\dx]+/g) ?? []).map((group) => group.length);
  return { number, lead, prefix, digits: number.replace(/[^\dx]/g, ''), groups, after };
}

/** The length of the start of `number` that holds `count` digits. */
function lengthOf(number: string, count: number): number {
  let left = count;
  for (let i = 0; i < number.length; i += 1) {
    if (/[\dx]/.test(number.charAt(i))) left -= 1;
    if (left === 0) return i + 1;
  }
  return number.length;
}

function hasLooseBracket(text: string): boolean {
  return text.split(')').length > text.split('(').length;
}

function blank(text: string, claims: readonly Claim[]): string {
  return pieced(text, claims, ({ from, to }) => CLAIMED.repeat(to - from));
}

function pieced(text: string, claims: readonly Claim[], put: (claim: Claim) => string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const claim of [...claims].sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(at, claim.from), put(claim));
    at = claim.to;
  }
  return [...pieces, text.slice(at)].join('');
}

function replaced({ source, starts, ends }: Shadow, claims: readonly Claim[]): string {
  const inSource = claims.map(({ kind, from, to }) => ({
    kind,
    from: starts[from] ?? 0,
    to: ends[to - 1] ?? source.length,
  }));
  return pieced(source, inSource, ({ kind }) => TOKENS[kind]);
}

import type { Context } from 'hono';
import type { WebProblem } from './contract.js';

/** What can be wrong with a request, before any turn: the status, and what the page says to the person. */
const PROBLEMS = {
  bad_request: { status: 400, detail: '没看懂这条消息，请重新输入后再发。' },
  not_signed_in: { status: 401, detail: '打开太久，登录已经过期。请关掉这个页面，从机器人里重新打开。' },
  forbidden: { status: 403, detail: '请从本页面发送消息。' },
  not_found: { status: 404, detail: '没有这个页面。' },
  wrong_method: { status: 405, detail: '不能这样打开这个地址。' },
  too_large: { status: 413, detail: '您写的内容太长了，请分成几条，一条说一件事。' },
  wrong_type: { status: 415, detail: '请从本页面发送消息。' },
  not_settled: { status: 422, detail: '这样填算不出来，请核对。' },
  too_fast: { status: 429, detail: '问得有点快，请稍等一会儿再试。' },
  internal: { status: 500, detail: '系统出了点问题，请稍后再试。' },
} as const;

type ProblemKind = keyof typeof PROBLEMS;

/** An error reply after RFC 9457; `detail` is a sentence the page shows as it is. `more` adds to it or says it better. */
export function problem(
  c: Context,
  kind: ProblemKind,
  more: Partial<Pick<WebProblem, 'detail' | 'code' | 'field'>> = {},
): Response {
  const { status, detail } = PROBLEMS[kind];
  const body: WebProblem = { type: 'about:blank', title: kind, status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

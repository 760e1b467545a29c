import type { Context } from 'hono';

/** What can be wrong with a request, before any turn: the status, and what the page says to the person. */
const PROBLEMS = {
  bad_request: { status: 400, detail: '没看懂这条消息，请重新输入后再发。' },
  forbidden: { status: 403, detail: '请从本页面发送消息。' },
  not_found: { status: 404, detail: '没有这个页面。' },
  wrong_method: { status: 405, detail: '不能这样打开这个地址。' },
  too_large: { status: 413, detail: '您写的内容太长了，请分成几条，一条说一件事。' },
  wrong_type: { status: 415, detail: '请从本页面发送消息。' },
  internal: { status: 500, detail: '系统出了点问题，请稍后再试。' },
} as const;

type ProblemKind = keyof typeof PROBLEMS;

/** An error reply after RFC 9457; `detail` is a sentence the page shows as it is. */
export function problem(c: Context, kind: ProblemKind): Response {
  const { status, detail } = PROBLEMS[kind];
  const body = JSON.stringify({ type: 'about:blank', title: kind, status, detail });
  return c.body(body, status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

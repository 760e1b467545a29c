import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** How an IPv4 address is written on a socket that takes both. */
const MAPPED = /^::ffff:(?=[\d.]+$)/i;

/**
 * The network address a request comes from. A proxy on this machine says for whom it speaks in the last entry of
 * X-Forwarded-For; from anyone else that header is hearsay. An IPv6 address is its /64: the rest is the caller's to choose.
 */
export function addressOf(c: Context): string {
  const peer = peerOf(c);
  const forwarded = LOOPBACK.test(peer) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = (forwarded || peer).replace(MAPPED, '');
  return isIPv6(address) ? network(address) : address;
}

/** None where the request comes over no socket. */
function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return '';
  }
}

function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<number>(missing).fill(0), ...groups(tail ?? '')];
  return all.slice(0, 4).join(':');
}

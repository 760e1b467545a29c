import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';

/** Slows down who asks faster than a person can. */
export async function limit({ incoming, tools }: Turn): Promise<Draft | undefined> {
  const allowed = await tools.allow(incoming.user, incoming.at);
  return allowed ? undefined : { status: 'limited_rate', text: wording.tooFast };
}

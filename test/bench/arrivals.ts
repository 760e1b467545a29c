import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long each request took from the moment it was due, in milliseconds, and how many came to nothing. */
export type Arrivals = { readonly each: readonly number[]; readonly failed: number; readonly perSecond: number };

/** What is sent: a path and a JSON body for the request of that number. */
export type Sending = { readonly url: string; readonly path: string; readonly body: (number: number) => string };

/**
 * Sends requests as strangers do, none knowing of another: at random, so many a second on average (a Poisson process, the same
 * in every run). The next one is sent when it is due, not when the one before is answered; a late answer makes those after it
 * late as well. Load tools that keep a fixed rate per connection send each second's requests in one burst at its beginning.
 */
export async function arrivals(sending: Sending, perSecond: number, seconds: number): Promise<Arrivals> {
  const agent = new Agent({ keepAlive: true });
  const due = dueTimes(perSecond, seconds);
  const begun = performance.now();
  const sent: Promise<number | undefined>[] = [];
  for (const [number, at] of due.entries()) {
    const early = begun + at - performance.now();
    if (early > 0) await sleep(early);
    sent.push(post(sending, agent, number).then((ok) => (ok ? performance.now() - begun - at : undefined)));
  }
  const each = (await Promise.all(sent)).filter((one) => one !== undefined);
  agent.destroy();
  return { each, failed: due.length - each.length, perSecond: (1_000 * each.length) / (performance.now() - begun) };
}

/** Milliseconds from the beginning, by exponential gaps. */
function dueTimes(perSecond: number, seconds: number): number[] {
  const next = numbers();
  const due: number[] = [];
  const gap = () => (1_000 / perSecond) * -Math.log(1 - next());
  for (let at = 0; at < 1_000 * seconds; at += gap()) due.push(at);
  return due;
}

/** Evenly spread in [0, 1), the same sequence every time (Park and Miller's generator). */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function post({ url, path, body }: Sending, agent: Agent, number: number): Promise<boolean> {
  const text = body(number);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve) => {
    const sent = request(new URL(path, url), { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    });
    sent.once('error', () => resolve(false));
    sent.end(text);
  });
}

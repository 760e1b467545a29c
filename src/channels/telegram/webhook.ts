import { checkSecret, readUpdateBody } from './body.js';
import type { Intake } from './intake.js';

const HEADER = 'x-telegram-bot-api-secret-token';

const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Makes the handler of Telegram's webhook: refuses all that does not show the secret (403), is no POST (405), too long (413)
 * or no update (400), and acknowledges an update as soon as it is accepted; its turn goes on after. With no room, or while
 * `intake` gives none, 503: Telegram sends it again. Telegram hands in the updates of one chat one after another.
 */
export function telegramWebhook(secret: string, intake: () => Intake | undefined) {
  return async (request: Request): Promise<Response> => {
    if (!checkSecret(request.headers.get(HEADER), secret)) return answer(403);
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    const ready = intake();
    if (!ready?.hasRoom()) return answer(503, { 'retry-after': '1' });
    const body = await readUpdateBody(request.body ?? nothing());
    if (!body.ok) return answer(body.status);
    await ready.receive(body.update);
    return answer(200);
  };
}

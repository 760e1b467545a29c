import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readForm } from './bot-api-multipart.js';

/** One recording as it came in. */
export type Heard = { readonly key: string; readonly name: string; readonly bytes: Buffer } & Readonly<
  Record<'model' | 'language', string | undefined>
>;

type Answer = { readonly status?: number; readonly body: string; readonly after?: Promise<void> };

/** A service that writes down recordings, with OpenAI's API, on loopback; it says what `answer` tells. */
export async function startTranscriber(answer: () => Answer) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method !== 'POST' || request.url !== '/v1/audio/transcriptions') return response.writeHead(404).end();
    const form = readForm(request.headers['content-type'] ?? '', Buffer.concat(chunks));
    const { filename = '', bytes = Buffer.alloc(0) } = form.files['file'] ?? {};
    const { model, language } = form.texts;
    heard.push({ key: request.headers.authorization ?? '', name: filename, bytes, model, language });
    const { status = 200, body, after } = answer();
    await after;
    return response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    heard,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listening = { readonly url: string; readonly stop: () => Promise<void> };

/** A client that sends its request drop by drop is cut off; Node's own limits are minutes, checked every 30 seconds. */
const LIMITS: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 8 * 1024,
};

/** Longer than a turn may take with two calls of the model. */
const GRACE_MS = 60_000;

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const another = `choose another port with PORT=, for example PORT=${port < 65_535 ? port + 1 : 8080}`;
  if (error.code === 'EADDRINUSE') return new Error(`port ${port} on ${host} is already in use: ${another}`);
  if (error.code === 'EACCES') return new Error(`no right to listen on port ${port} of ${host}: ${another}`);
  return error;
}

/** Ends once the requests under way are answered; connections that only stay open don't hold it up. */
function stopper(server: Server): () => Promise<void> {
  let busy = 0;
  let stopping = false;
  const closeIfIdle = () => {
    if (stopping && busy === 0) server.closeAllConnections();
  };
  server.on('request', (_request, response) => {
    busy += 1;
    response.once('close', () => {
      busy -= 1;
      closeIfIdle();
    });
  });
  return () =>
    new Promise((resolve) => {
      stopping = true;
      const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
      closeIfIdle();
    });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Listens with time limits on slow clients; port 0 takes a free one. Rejects with what to do if the port is taken. */
export function listen(
  listener: RequestListener,
  { host, port, limits }: { host: string; port: number; limits?: ServerOptions },
): Promise<Listening> {
  const server = createServer({ ...LIMITS, ...limits }, listener);
  const stop = stopper(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => resolve({ url: urlOf(server.address() as AddressInfo), stop }));
  });
}

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

const UNREADABLE: Readonly<Record<string, [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** What is no HTTP, too large or too slow is told so and cut off, and counted as refused. */
function refuseUnreadable(server: Server, refused: (status: number) => void): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const [status, reason] = UNREADABLE[error.code ?? ''] ?? [400, 'Bad Request'];
    refused(status);
    socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\n\r\n`);
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Listens with time limits on slow clients; port 0 takes a free one. Rejects with what to do if the port is taken. */
export function listen(
  listener: RequestListener,
  options: { host: string; port: number; limits?: ServerOptions; refused?: (status: number) => void },
): Promise<Listening> {
  const { host, port, limits, refused = () => {} } = options;
  const server = createServer({ ...LIMITS, ...limits }, listener);
  refuseUnreadable(server, refused);
  const stop = stopper(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => resolve({ url: urlOf(server.address() as AddressInfo), stop }));
  });
}

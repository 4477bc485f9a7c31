import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** One thing a browser asked for. `host` is without port. */
export interface RecordedRequest {
  readonly method: string;
  readonly host: string;
  readonly address: string;
}

/** Loopback ports by host name: `plain` answers http, `secure` answers TLS. */
export interface Route {
  readonly plain?: number;
  readonly secure?: number;
}

export interface RecordingProxy {
  readonly port: number;
  /** Everything asked since the start, in order. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/**
 * An HTTP proxy on loopback that leads nowhere but to the given hosts' loopback servers, and writes down
 * every request. Whatever else a browser or an extension asks for is recorded and answered with 502.
 */
export async function startRecordingProxy(routes: ReadonlyMap<string, Route>): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const tunnels = new Set<Duplex>();
  const server = createServer((incoming, answer) => forward(incoming, answer, routes, requests));
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    tunnel(incoming, socket, routes, requests);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise(resolve => {
        for (const socket of tunnels) socket.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  routes: ReadonlyMap<string, Route>,
  requests: RecordedRequest[],
): void {
  const address = incoming.url ?? '';
  const target = URL.canParse(address) ? new URL(address) : undefined;
  const host = target?.hostname ?? '';
  requests.push({ method: incoming.method ?? 'GET', host, address });
  const port = routes.get(host)?.plain;
  if (!target || port === undefined) {
    answer.writeHead(502).end();
    return;
  }
  const onward = request(
    {
      host: '127.0.0.1',
      port,
      method: incoming.method,
      path: `${target.pathname}${target.search}`,
      headers: incoming.headers,
    },
    reply => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    },
  );
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}

function tunnel(
  incoming: IncomingMessage,
  socket: Duplex,
  routes: ReadonlyMap<string, Route>,
  requests: RecordedRequest[],
): void {
  const address = incoming.url ?? '';
  const host = address.replace(/:\d+$/, '');
  requests.push({ method: 'CONNECT', host, address });
  const port = routes.get(host)?.secure;
  socket.on('error', () => socket.destroy());
  if (port === undefined) {
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    return;
  }
  const onward = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.pipe(socket);
    socket.pipe(onward);
  });
  onward.on('error', () => socket.destroy());
}

import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site whose files under `/held/` are answered when the test says so; those under `/now/` come at once. */
export interface HoldingSite {
  readonly address: string;
  /** Resolves when the browser has asked for this file under `/held/`. */
  asked(name: string): Promise<void>;
  /** Answers what was asked for. Throws when nobody has asked. */
  release(name: string): void;
  /** Answers that there is no such file. Throws when nobody has asked. */
  refuse(name: string): void;
  close(): Promise<void>;
}

/** Serves files of every kind by their ending, to pages of other sites too. */
export async function startHoldingSite(): Promise<HoldingSite> {
  const held = new Map<string, ServerResponse>();
  const wakers = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/now/')) return answer(response, path);
    if (!path.startsWith('/held/')) return void response.writeHead(404).end();
    const name = path.slice('/held/'.length);
    held.set(name, response);
    wakers.get(name)?.();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const take = (name: string) => {
    const response = held.get(name);
    if (response === undefined) throw new Error(`nobody asked for ${name}`);
    held.delete(name);
    return response;
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: name => new Promise(resolve => (held.has(name) ? resolve() : wakers.set(name, resolve))),
    release: name => answer(take(name), name),
    refuse: name => void take(name).writeHead(404).end(),
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="teal"/></svg>';

function answer(response: ServerResponse, path: string): void {
  const { type, body } = fileOf(path);
  response
    .writeHead(200, {
      'content-type': type,
      'cache-control': 'max-age=600',
      'access-control-allow-origin': '*',
    })
    .end(body);
}

function fileOf(path: string): { readonly type: string; readonly body: string | Buffer } {
  if (path.endsWith('.ttf')) {
    return {
      type: 'font/ttf',
      body: readFileSync(new URL('../../../assets/fonts/NotoSans-Regular.ttf', import.meta.url)),
    };
  }
  if (path.endsWith('.css')) return { type: 'text/css', body: 'p { color: green }' };
  if (path.endsWith('.html')) return { type: 'text/html', body: '<!doctype html><p>A page in a frame</p>' };
  return { type: 'image/svg+xml', body: drawing };
}

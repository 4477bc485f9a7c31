import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../scripts/drive/session.ts';
import { type CodeKind, codePicture } from '../oracles/ruler-code.ts';
import { rulerScript } from '../oracles/ruler-script.ts';

const pages = fileURLToPath(new URL('./pages/', import.meta.url));

/** Two origins on loopback, at ports of the system's choice, with the pages of the cases. */
export interface CaseSite {
  readonly origin: string;
  readonly other: string;
  /** The address at which this HTML is answered from now on. */
  serve(html: string): string;
  /** The address at which a file of this machine is answered from now on. */
  serveFile(path: string): string;
  close(): Promise<void>;
}

interface Given {
  readonly html: Map<string, string>;
  readonly files: Map<string, string>;
  readonly origins: () => { readonly origin: string; readonly other: string };
}

/** Starts both origins. */
export async function startCaseSite(): Promise<CaseSite> {
  const origins = { origin: '', other: '' };
  const given: Given = { html: new Map(), files: new Map(), origins: () => origins };
  const servers = [createServer(answerer(given)), createServer(answerer(given))] as const;
  origins.origin = await listening(servers[0]);
  origins.other = await listening(servers[1]);
  const place = <T>(known: Map<string, T>, folder: string, value: T) => {
    const path = `/${folder}/${known.size + 1}.html`;
    known.set(path, value);
    return `${origins.origin}${path}`;
  };
  return {
    ...origins,
    serve: html => place(given.html, 'made', html),
    serveFile: path => place(given.files, 'copies', path),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      }
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers after as many milliseconds as the address asks for with `ms`. */
function answerer(given: Given) {
  return (incoming: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(incoming.url ?? '/', 'http://cases');
    setTimeout(() => answer(url, reply, given), Number(url.searchParams.get('ms') ?? 0));
  };
}

function answer(url: URL, reply: ServerResponse, { html, files, origins }: Given): void {
  const { pathname, searchParams } = url;
  const made = html.get(pathname);
  const file = files.get(pathname) ?? fileOf(pathname);
  if (pathname === '/ruler.js') send(reply, 'text/javascript', rulerScript);
  else if (pathname === '/pic.svg') send(reply, 'image/svg+xml', pictureOf(searchParams));
  else if (pathname === '/status') sendStatus(reply, Number(searchParams.get('n')));
  else if (pathname === '/redirect') reply.writeHead(302, { location: '/plain' }).end();
  else if (made !== undefined) send(reply, types['.html'], made);
  else if (file === undefined) reply.writeHead(404).end();
  else {
    const bytes = readFileSync(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    // Two old encodings are named by the pages alone.
    const isOld = /\/27/.test(pathname);
    send(
      reply,
      isOld ? 'text/html' : type,
      extname(file) === '.html' && !isOld ? filled(bytes, origins()) : bytes,
    );
  }
}

function fileOf(pathname: string): string | undefined {
  if (pathname === '/late-font.ttf') return join(root, 'assets', 'fonts', 'NotoSans-Bold.ttf');
  const [, name = ''] = pathname.split('/');
  if (!/^[\w.-]+$/.test(name)) return undefined;
  return [join(pages, `${name}.html`), join(pages, name)].find(path => existsSync(path));
}

const types: Readonly<Record<string, string>> & { readonly '.html': string } = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xhtml': 'application/xhtml+xml',
  '.ttf': 'font/ttf',
};

/** The page with this run's origins in it. */
function filled(
  bytes: Buffer,
  { origin, other }: { readonly origin: string; readonly other: string },
): string {
  return bytes.toString('utf8').replaceAll('{{origin}}', origin).replaceAll('{{other}}', other);
}

/** A picture of one colour (`c`, `w`, `h`) with words (`t`) or a code (`code=picture:3`). */
function pictureOf(asked: URLSearchParams): string {
  const [width, height] = [Number(asked.get('w') ?? 300), Number(asked.get('h') ?? 200)];
  const fill = asked.get('c') ?? 'teal';
  const [kind, number] = (asked.get('code') ?? '').split(':');
  const words = `<text x="70" y="40" font-size="24" fill="#fff">${asked.get('t') ?? ''}</text>`;
  if (kind) {
    const picture = codePicture(kind as CodeKind, Number(number), { width, height, fill });
    return picture.replace('</svg>', `${words}</svg>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${fill}"/>${words}</svg>`;
}

function sendStatus(reply: ServerResponse, status: number): void {
  const words = `<!doctype html><title>${status}</title><h1>Error ${status}</h1><article class=post><p>This post is not available.</p></article>`;
  reply.writeHead(status, { 'content-type': types['.html'] }).end(words);
}

function send(reply: ServerResponse, mediaType: string, body: string | Buffer): void {
  reply.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(body);
}

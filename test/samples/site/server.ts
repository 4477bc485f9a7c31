import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostileSite, hostileHosts, hostileSite } from './hostile.ts';
import { leaflet } from './leaflet.ts';
import { growingPage, pixelPage, pixelVariants, solidPicture, tallPage } from './pixels.ts';
import {
  imitationAddress,
  type PlatformPage,
  platformAddress,
  platformHosts,
  platformPageAt,
} from './platform-pages.ts';
import { type RecordingProxy, type Route, startRecordingProxy } from './recording-proxy.ts';
import { avatar, chatPage, forumThread, xPaths, xProfile, xThread } from './threads.ts';

/** The hosts under which the sample is seen; the proxy leads them to loopback, so that a platform is recognised. */
const secureHosts = [
  ...new Set(['x.com', 'forum.holdfast-sample.test', 'chat.holdfast-sample.test', ...platformHosts]),
];
const plainHosts = ['pixels.test'];
/** The stores, where browsers let no extension act, whoever answers under their names. */
const storeHosts = ['chromewebstore.google.com', 'addons.mozilla.org'];

export interface Site {
  /** The browsers' only way out; it knows no host but the sample's. */
  readonly proxy: RecordingProxy;
  readonly hosts: readonly string[];
  /** Pages that fight back. */
  readonly hostile: HostileSite;
  /** Addresses by what stands there. */
  readonly addresses: {
    readonly posts: readonly string[];
    readonly profile: string;
    readonly forum: string;
    readonly chat: string;
    readonly growing: string;
    readonly document: string;
    readonly stores: readonly string[];
    /** A page of this many CSS pixels from top to bottom. */
    tall(height: number): string;
    pixels(variant: (typeof pixelVariants)[number]): string;
    /** A page in the shape of a platform, under the platform's own name. */
    platform(page: PlatformPage): string;
    /** The same page under a name that only looks like a platform's. */
    imitation(page: PlatformPage): string;
  };
  close(): Promise<void>;
}

/** Serves the synthetic pages on loopback, at random ports. */
export async function startSite(): Promise<Site> {
  const hostile = hostileSite();
  const plain = createServer((incoming, reply) => {
    if (!hostile.answer(incoming, reply)) answer(incoming, reply);
  });
  const secure = createSecureServer(selfSigned(), answer);
  const route: Route = { plain: await listen(plain), secure: await listen(secure) };
  const hosts = [...secureHosts, ...plainHosts, ...storeHosts, ...hostileHosts];
  const proxy = await startRecordingProxy(new Map(hosts.map(host => [host, route])));
  return {
    proxy,
    hosts,
    hostile,
    addresses: {
      posts: xPaths.map(path => `https://x.com${path}`),
      profile: 'https://x.com/oakgall_demo',
      forum: 'https://forum.holdfast-sample.test/thread/77-open-day',
      chat: 'https://chat.holdfast-sample.test/direct/oakgall',
      growing: 'http://pixels.test/growing',
      document: 'http://pixels.test/leaflet.pdf',
      stores: storeHosts.map(host => `https://${host}/thread/77-open-day`),
      tall: height => `http://pixels.test/tall/${height}`,
      pixels: variant => `http://pixels.test/pixels/${variant}`,
      platform: platformAddress,
      imitation: imitationAddress,
    },
    async close() {
      await proxy.close();
      for (const server of [plain, secure]) {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function answer(incoming: IncomingMessage, reply: ServerResponse): void {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://sample');
  const shaped = platformPageAt(host, `${pathname}${search}`);
  const picture = /^\/late\/(\d+)-(\d+)-(\d+)\.svg$/.exec(pathname);
  const account = /^\/avatar\/(\w+)\.svg$/.exec(pathname)?.[1];
  if (shaped) {
    send(reply, 'text/html; charset=utf-8', shaped);
  } else if (picture) {
    setTimeout(() => send(reply, 'image/svg+xml', solidPicture(picture.slice(1).join(','))), 300);
  } else if (pathname.endsWith('.pdf')) {
    send(reply, 'application/pdf', leaflet());
  } else if (account) {
    send(reply, 'image/svg+xml', avatar(account));
  } else if (/[@.](?:jpe?g|png|svg)$/.test(pathname)) {
    send(reply, 'image/svg+xml', solidPicture('9,105,218'));
  } else {
    const page = pageAt(pathname);
    if (page) send(reply, 'text/html; charset=utf-8', page);
    else reply.writeHead(404).end();
  }
}

function pageAt(pathname: string): string | undefined {
  const variant = pixelVariants.find(name => pathname === `/pixels/${name}`);
  if (variant) return pixelPage(variant);
  if (xPaths.includes(pathname)) return xThread();
  const profile = /^\/(\w+_demo)$/.exec(pathname)?.[1];
  if (profile) return xProfile(profile);
  if (pathname.startsWith('/thread/')) return forumThread();
  if (pathname.startsWith('/direct/')) return chatPage();
  const height = /^\/tall\/(\d+)$/.exec(pathname)?.[1];
  if (height) return tallPage(Number(height));
  if (pathname === '/growing') return growingPage();
  return undefined;
}

function send(reply: ServerResponse, mediaType: string, body: string): void {
  reply.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(body);
}

/** A certificate for this run alone; the browsers of the sample are told to take it. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-sample-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const names = [...secureHosts, ...storeHosts].map(host => `DNS:${host}`).join(',');
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const subject = ['-days', '2', '-subj', '/CN=Holdfast sample', '-addext', `subjectAltName=${names}`];
    execFileSync('openssl', [...args, ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

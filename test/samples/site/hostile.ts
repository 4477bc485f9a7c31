import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostilePages } from './hostile-pages.ts';
import { frameDocument } from './hostile-parts.ts';

/** The hosts of the hostile pages: theirs, and another site that stands in their frames. */
export const hostileHosts = ['hostile.test', 'elsewhere.hostile.test'] as const;

/** The hostile pages of the sample site. */
export interface HostileSite {
  /** Where each program of a page ran: its address, as it reported itself. Emptied by the tests. */
  readonly canaries: string[];
  address(page: keyof typeof hostilePages): string;
  /** Answers a request for one of {@link hostileHosts}; false when it is for another host. */
  answer(incoming: IncomingMessage, reply: ServerResponse): boolean;
}

/** Serves the hostile pages and listens for their canaries. */
export function hostileSite(): HostileSite {
  const canaries: string[] = [];
  return {
    canaries,
    address: page => `http://hostile.test/${page}`,
    answer(incoming, reply) {
      const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
      if (!hostileHosts.some(known => known === host)) return false;
      const { pathname, searchParams } = new URL(incoming.url ?? '/', `http://${host}`);
      if (pathname === '/canary') canaries.push(searchParams.get('from') ?? '');
      send(reply, pathname);
      return true;
    },
  };
}

function send(reply: ServerResponse, pathname: string): void {
  const page = hostilePages[pathname.slice(1) as keyof typeof hostilePages];
  if (page !== undefined) {
    reply.writeHead(200, { ...page.headers, ...kind('text/html; charset=utf-8') }).end(page.html);
  } else if (pathname === '/frame') {
    reply.writeHead(200, kind('text/html; charset=utf-8')).end(frameDocument);
  } else if (pathname === '/picture.svg') {
    reply
      .writeHead(200, kind('image/svg+xml'))
      .end(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="teal"/></svg>',
      );
  } else reply.writeHead(pathname === '/canary' ? 204 : 404, { 'access-control-allow-origin': '*' }).end();
}

function kind(mediaType: string): Record<string, string> {
  return { 'content-type': mediaType, 'cache-control': 'no-store' };
}

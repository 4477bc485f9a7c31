import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AuthorityKeys, type ListIssuer, listOf, makeAuthorityKeys, revoke } from './keys.ts';
import { askedOtherwise, forge, refuse, stamp } from './replies.ts';

const DAY = 86_400_000; // ms

/** Whose lists of revoked certificates it has. */
const issuers: readonly ListIssuer[] = ['root', 'middle'];

/** What the server may do; each is a path below its address. */
export const behaviours = [
  'rsa',
  'ecdsa',
  'older-binding',
  'pss',
  'expired',
  'under-expired',
  'wrong-usage',
  'silent',
  'slow',
  'garbage',
  'endless',
  'web-page',
  'failing',
  'elsewhere',
  'rejected',
  'revoked',
  'wrong-nonce',
  'wrong-imprint',
  'replayed',
  'day-behind',
  'day-ahead',
  'withdrawn',
  'foreign',
] as const;
export type Behaviour = (typeof behaviours)[number];

/** A real time-stamp authority on loopback: openssl behind HTTP, with every fault that one can have. */
export interface Authority {
  readonly keys: AuthorityKeys;
  /** Where to ask for a time-stamp. */
  address(behaviour: Behaviour): string;
  /** The requests so far, as they came. */
  readonly requests: readonly Uint8Array[];
  /** Which lists of revoked certificates were asked for so far. */
  readonly listRequests: readonly string[];
  /** Where they stand. */
  listAddress(issuer: ListIssuer): string;
  close(): Promise<void>;
}

/** Starts it at a random port with keys of its own; its lists of revoked certificates stand at another host name. */
export async function startAuthority(): Promise<Authority> {
  const requests: Uint8Array[] = [];
  const listRequests: string[] = [];
  let state: State | undefined;
  const server = createServer((request, response) => {
    if (state !== undefined) answer(state, request, response).catch(error => response.destroy(error));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const listsAt = `http://localhost:${port}/`;
  const keys = makeAuthorityKeys(listsAt);
  revoke(keys, 'withdrawn', 'superseded');
  revoke(keys, 'compromised', 'keyCompromise');
  const lists = new Map(issuers.map(issuer => [`/${issuer}.crl`, listOf(keys, issuer)]));
  state = { keys, requests, listRequests, lists };
  return {
    keys,
    requests,
    listRequests,
    address: behaviour => `http://127.0.0.1:${port}/${behaviour}`,
    listAddress: issuer => `${listsAt}${issuer}.crl`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      keys.remove();
    },
  };
}

interface State {
  readonly keys: AuthorityKeys;
  readonly requests: Uint8Array[];
  readonly listRequests: string[];
  /** By the path of each. Made once: a browser waits seconds for them and no longer. */
  readonly lists: ReadonlyMap<string, Uint8Array>;
  kept?: Uint8Array;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (request.url?.endsWith('.crl')) return answerList(state, request.url, response);
  state.requests.push(body);
  const behaviour = request.url?.slice(1) as Behaviour;
  const type = { 'content-type': 'application/timestamp-reply' };
  const send = (bytes: Uint8Array) => void response.writeHead(200, type).end(bytes);
  switch (behaviour) {
    case 'silent':
      return;
    case 'slow':
      // The head comes at once and the rest never: a time limit must end both waits.
      response.writeHead(200, type).write(Uint8Array.of(0x30));
      return;
    case 'endless':
      response.writeHead(200, type);
      response.end(new Uint8Array(1_000_000));
      return;
    case 'web-page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome</p>');
      return;
    case 'failing':
      response.writeHead(503).end('later');
      return;
    case 'elsewhere':
      response.writeHead(302, { location: '/rsa' }).end();
      return;
    default:
      send(replyFor(state, behaviour, body));
  }
}

function answerList(state: State, path: string, response: ServerResponse): void {
  state.listRequests.push(path);
  const list = state.lists.get(path);
  if (list === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'application/pkix-crl' }).end(list);
}

function replyFor(state: State, behaviour: Behaviour, request: Uint8Array): Uint8Array {
  const { keys } = state;
  switch (behaviour) {
    case 'ecdsa':
    case 'expired':
    case 'under-expired':
    case 'withdrawn':
    case 'foreign':
      return stamp(keys, request, { authority: behaviour, digest: 'sha384' });
    case 'older-binding':
      return stamp(keys, request, { binding: 'sha1', digest: 'sha512' });
    case 'pss':
      return forge(keys, request, { authority: 'rsa', signing: ['-keyopt', 'rsa_padding_mode:pss'] });
    case 'wrong-usage':
      return forge(keys, request, { authority: 'wrong-usage' });
    case 'garbage':
      return new Uint8Array(500).fill(0x30);
    case 'rejected':
      return refuse(2, 'The policy does not allow this.');
    case 'revoked':
      return refuse(5, 'This authority has been revoked.');
    case 'wrong-nonce':
      return stamp(keys, askedOtherwise(request, 'nonce'));
    case 'wrong-imprint':
      return stamp(keys, askedOtherwise(request, 'imprint'));
    case 'replayed':
      state.kept ??= stamp(keys, request);
      return state.kept;
    case 'day-behind':
    case 'day-ahead':
      return forge(keys, request, {
        change: info => {
          info.genTime = new Date(info.genTime.getTime() + (behaviour === 'day-ahead' ? DAY : -DAY));
        },
      });
    default:
      return stamp(keys, request);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

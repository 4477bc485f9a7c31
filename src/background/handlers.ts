import type { GetReturnType } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { wasmDigest } from '../bundle/zip/running-digest.ts';
import type { LogWriter } from '../evidence/writer.ts';
import { type MessageName, messages, type RequestOf } from '../messaging/messages.ts';
import { onMessage, type Protocol } from '../messaging/protocol.ts';
import type { AuthorityChoice, AuthorityTest } from '../model/time-stamp.ts';
import type { Captures } from './captures.ts';
import { keepAwake } from './keep-awake.ts';
import type { Lock } from './lock.ts';
import { readSoftware } from './software.ts';
import { type CopyDesk, makeWorkingCopy } from './working-copies.ts';

/** The function that answers each message. */
type Handlers = {
  readonly [N in MessageName]: (
    request: RequestOf<N>,
  ) => GetReturnType<Protocol[N]> | Promise<GetReturnType<Protocol[N]>>;
};

/** What answering messages needs: the log, the pixels that draw working copies, and the captures. */
export interface Answering extends CopyDesk {
  readonly writer: LogWriter;
  readonly captures: Captures;
  readonly lock: Lock;
  readonly recover: () => Promise<void>;
  readonly setAuthorities: (choice: AuthorityChoice) => Promise<void>;
  readonly testAuthority: (address: string) => Promise<AuthorityTest>;
}

/** The handler of each message. Each message has a line here and one in `messaging/messages.ts`. */
export function handlersOf({ writer, captures, lock, ...others }: Answering): Handlers {
  return {
    'capture:start': request => captures.start({ ...request, gesture: 'popup' }),
    'capture:stop': ({ captureId }) => captures.stop(captureId),
    'capture:recover': () => others.recover(),
    'case:open': request => writer.openCase(request),
    'case:describe': ({ caseId, ...description }) => writer.describeCase(caseId, description),
    'case:choose': ({ caseId }) => writer.chooseCase(caseId),
    'exhibit:describe': ({ captureId, words }) => writer.describeExhibit(captureId, words),
    'exhibit:viewed': ({ captureId }) => writer.viewedExhibit(captureId),
    'exhibit:erase': ({ captureId, reason }) => writer.eraseExhibit(captureId, reason),
    'copy:make': plan => makeWorkingCopy({ writer, ...others }, plan),
    'copy:erase': ({ captureId, id, reason }) => writer.eraseWorkingCopy(captureId, id, reason),
    'note:write': ({ caseId, note, noteId }) => writer.writeNote(caseId, note, noteId),
    'note:erase': ({ caseId, noteId, reason }) => writer.eraseNote(caseId, noteId, reason),
    'preservation:saved': request => writer.savedRequest(request),
    'reporter:set': ({ reporter }) => writer.setReporter(reporter),
    'bundle:received': request => keepAwake(async () => writer.keepReceived(request, await wasmDigest())),
    'bundle:erase-received': ({ reason, ...request }) => writer.eraseReceived(request, reason),
    'authorities:set': choice => others.setAuthorities(choice),
    'authorities:test': ({ address }) => others.testAuthority(address),
    'bundle:prepared': request => writer.bundlePrepared(request),
    'bundle:exported': request => writer.bundleExported(request),
    'bundle:stopped': request => writer.bundleStopped(request),
    'lock:set': ({ passphrase }) => lock.set(passphrase),
    'lock:change': ({ before, passphrase }) => lock.change(before, passphrase),
    'lock:remove': ({ passphrase }) => lock.remove(passphrase),
    'lock:open': ({ passphrase }) => lock.open(passphrase),
    'lock:close': () => lock.close(),
    'software:describe': () => readSoftware(),
  };
}

/**
 * Answers every message. Registers its listeners at once, as a service worker must. Only requests from the extension's
 * own pages are answered, because a web page's process could speak for the agent in it.
 */
export function answerMessages(handlers: Handlers): void {
  for (const name of Object.keys(messages) as MessageName[]) answer(name, handlers);
}

function answer<N extends MessageName>(name: N, handlers: Handlers): void {
  onMessage(name, arrived => handlers[name](read(name, arrived)));
}

/** The parts of an arriving message that are used. */
interface Arrived {
  readonly data: unknown;
  readonly sender: { readonly id?: string | undefined; readonly url?: string | undefined };
}

/** The parsed request. Throws when it does not fit the schema or comes from outside the extension's pages. */
function read<N extends MessageName>(name: N, { data, sender }: Arrived): RequestOf<N> {
  const own = browser.runtime.getURL('/');
  if (sender.id !== browser.runtime.id || sender.url?.startsWith(own) !== true) {
    throw new Error(`${name} from outside`);
  }
  return messages[name].request.parse(data) as RequestOf<N>;
}

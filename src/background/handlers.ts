import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { wasmDigest } from '../bundle/running-digest.ts';
import type { LogWriter } from '../evidence/writer.ts';
import { onMessage } from '../messaging/protocol.ts';
import type { AuthorityChoice, AuthorityTest } from '../model/time-stamp.ts';
import type { Captures } from './captures.ts';
import { keepAwake } from './keep-awake.ts';
import { requests } from './requests.ts';
import { readSoftware } from './software.ts';
import { type CopyDesk, makeWorkingCopy } from './working-copies.ts';

type RequestName = keyof typeof requests;

/** What a message arrives with, as far as it is looked at. */
interface Arrived {
  readonly data: unknown;
  readonly sender: { readonly id?: string | undefined; readonly url?: string | undefined };
}

/** The log, and the pixels that working copies are drawn with. */
type HandlersLog = CopyDesk & { readonly writer: LogWriter };

/**
 * Answers every message of the protocol; registers at once, as a worker must in its first turn. Requests are
 * parsed, and only the extension's own pages are answered: a page's process could speak for the agent in it.
 */
export function registerHandlers(
  captures: Captures,
  { writer, reader, pixels }: HandlersLog,
  recover: () => Promise<void>,
): void {
  onMessage('capture:start', async arrived =>
    captures.start({ ...read('capture:start', arrived), gesture: 'popup' }),
  );
  onMessage('capture:stop', arrived => captures.stop(read('capture:stop', arrived).captureId));

  onMessage('capture:recover', arrived => {
    read('capture:recover', arrived);
    return recover();
  });

  onMessage('case:open', arrived => writer.openCase(read('case:open', arrived)));
  onMessage('case:describe', arrived => {
    const { caseId, ...description } = read('case:describe', arrived);
    return writer.describeCase(caseId, description);
  });
  onMessage('case:choose', arrived => writer.chooseCase(read('case:choose', arrived).caseId));

  onMessage('exhibit:describe', arrived => {
    const { captureId, words } = read('exhibit:describe', arrived);
    return writer.describeExhibit(captureId, words);
  });
  onMessage('exhibit:viewed', arrived => writer.viewedExhibit(read('exhibit:viewed', arrived).captureId));
  onMessage('exhibit:erase', arrived => {
    const { captureId, reason } = read('exhibit:erase', arrived);
    return writer.eraseExhibit(captureId, reason);
  });

  onMessage('copy:make', arrived => makeWorkingCopy({ writer, reader, pixels }, read('copy:make', arrived)));
  onMessage('copy:erase', arrived => {
    const { captureId, id, reason } = read('copy:erase', arrived);
    return writer.eraseWorkingCopy(captureId, id, reason);
  });

  onMessage('note:write', arrived => {
    const { caseId, note, noteId } = read('note:write', arrived);
    return writer.writeNote(caseId, note, noteId);
  });
  onMessage('note:erase', arrived => {
    const { caseId, noteId, reason } = read('note:erase', arrived);
    return writer.eraseNote(caseId, noteId, reason);
  });
  onMessage('preservation:saved', arrived => writer.savedRequest(read('preservation:saved', arrived)));
  onMessage('reporter:set', arrived => writer.setReporter(read('reporter:set', arrived).reporter));

  onMessage('software:describe', arrived => {
    read('software:describe', arrived);
    return readSoftware();
  });
  onMessage('bundle:received', arrived => {
    const request = read('bundle:received', arrived);
    return keepAwake(async () => writer.keepReceived(request, await wasmDigest()));
  });
  onMessage('bundle:erase-received', arrived => {
    const { reason, ...request } = read('bundle:erase-received', arrived);
    return writer.eraseReceived(request, reason);
  });
  onMessage('bundle:prepared', arrived => writer.bundlePrepared(read('bundle:prepared', arrived)));
  onMessage('bundle:exported', arrived => writer.bundleExported(read('bundle:exported', arrived)));
  onMessage('bundle:stopped', arrived => writer.bundleStopped(read('bundle:stopped', arrived)));
}

/** What is done about authorities, each asked for by a page. */
export interface AuthorityHandlers {
  set(choice: AuthorityChoice): Promise<void>;
  test(address: string): Promise<AuthorityTest>;
}

/** Answers the messages about time-stamp authorities, under the same conditions as {@link registerHandlers}. */
export function registerAuthorityHandlers({ set, test }: AuthorityHandlers): void {
  onMessage('authorities:set', arrived => set(read('authorities:set', arrived)));
  onMessage('authorities:test', arrived => test(read('authorities:test', arrived).address));
}

/** The request, parsed. Throws when it is none, or comes from anywhere but a page of this extension. */
function read<N extends RequestName>(name: N, { data, sender }: Arrived): z.infer<(typeof requests)[N]> {
  const own = browser.runtime.getURL('/');
  if (sender.id !== browser.runtime.id || sender.url?.startsWith(own) !== true) {
    throw new Error(`${name} from outside`);
  }
  return requests[name].parse(data) as z.infer<(typeof requests)[N]>;
}

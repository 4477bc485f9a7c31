import type { PageAnswer, PageArguments } from '../../messaging/page-protocol.ts';
import type { PageSession } from './session.ts';

/** See `pageAnswers.view`. */
export function view(_session: PageSession, _args: PageArguments['view']): Promise<PageAnswer<'view'>> {
  return Promise.reject(new Error('no view of this page'));
}

/** See `pageAnswers.lookAt`. */
export function lookAt(_session: PageSession, _args: PageArguments['lookAt']): Promise<PageAnswer<'lookAt'>> {
  return Promise.reject(new Error('no view of this page'));
}

/** See `pageAnswers.walkThrough`. */
export function walkThrough(
  _session: PageSession,
  _args: PageArguments['walkThrough'],
): Promise<PageAnswer<'walkThrough'>> {
  return Promise.reject(new Error('no view of this page'));
}

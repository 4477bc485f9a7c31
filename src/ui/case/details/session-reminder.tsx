import type { Case } from '../../../model/case.ts';
import { usePorts } from '../../parts/ports.ts';
import { readyValue, useWatched } from '../../parts/use-watched.ts';
import { caseHref } from '../route.ts';

/** Reminds an officer who has written no session for this case today. Nobody else sees it. */
export function SessionReminder({ caseFile }: { readonly caseFile: Case }) {
  const { log, now } = usePorts();
  const isMissing = readyValue(
    useWatched(async () => {
      if ((await log.readReporter()).capacity !== 'officer') return false;
      const sessions = await log.readNotes(caseFile.id, 'session');
      const today = now().toDateString();
      return !sessions.some(({ versions }) =>
        versions.some(({ writtenAt }) => new Date(writtenAt).toDateString() === today),
      );
    }, [caseFile.id]),
  );
  if (isMissing !== true) return null;
  return (
    <p class="notice" id="session-reminder">
      No session is written for this case today.{' '}
      <a href={caseHref(caseFile.id, 'details')}>Say what you are here for</a>, before you record more.
    </p>
  );
}

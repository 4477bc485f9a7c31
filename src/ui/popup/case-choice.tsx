import type { Case } from '../../model/case.ts';
import { caseIdSchema } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/** The case that recordings go to, with a list to choose from when there are several. */
export function CaseChoice({ onError }: { readonly onError: (error: unknown) => void }) {
  const { log, send } = usePorts();
  const known = readyValue(
    useWatched(async () => ({ cases: await log.listCases(), current: await log.currentCaseId() }), []),
  );
  if (known === undefined) return null;
  const only = known.cases[0];
  if (only === undefined)
    return <p class="muted">Your first recording opens a case. You can name it later.</p>;
  if (known.cases.length === 1) return <p class="muted">Goes to the case “{only.title}”.</p>;
  const choose = (id: string) => void send('case:choose', { caseId: caseIdSchema.parse(id) }).catch(onError);
  return <CaseSelect cases={known.cases} current={known.current} onChoose={choose} />;
}

function CaseSelect({
  cases,
  current,
  onChoose,
}: {
  readonly cases: readonly Case[];
  readonly current: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <div class="field">
      <label for="case-choice">Goes to the case</label>
      <select id="case-choice" value={current} onChange={event => onChoose(event.currentTarget.value)}>
        {cases.map(each => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useState } from 'preact/hooks';
import type { Case } from '../../model/case.ts';
import type { VerificationReport } from '../../model/finding.ts';
import { type CaseId, caseIdSchema } from '../../model/identifiers.ts';
import type { Reporter } from '../../model/reporter.ts';
import { SelectField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useWatched } from '../parts/use-watched.ts';
import { ReceiveForm } from './receive-form.tsx';

interface KeepOfferProps {
  readonly files: readonly File[];
  readonly reports: readonly VerificationReport[];
}

const newCase = 'new';

/** Below a check: keeps what was checked in a case: the current one, another, or a new one. */
export function KeepOffer({ files, reports }: KeepOfferProps) {
  const { log, receiving } = usePorts();
  const [isOpen, setOpen] = useState(false);
  const read = useWatched(
    async () => ({
      cases: await log.listCases(),
      current: await log.currentCaseId(),
      reporter: await log.readReporter(),
    }),
    [],
  );
  if (receiving === undefined || read.state !== 'ready') return null;
  return (
    <section aria-labelledby="keep-title">
      <h2 id="keep-title">Receive it</h2>
      {isOpen ? (
        <InCase {...{ files, reports, receiving }} {...read.value} />
      ) : (
        <>
          <p>
            You can keep {files.length === 1 ? 'this file' : 'these files'} in a case, byte for byte, and get
            a receipt.
          </p>
          <button type="button" id="keep-in-case" onClick={() => setOpen(true)}>
            Keep it in a case
          </button>
        </>
      )}
    </section>
  );
}

interface InCaseProps extends KeepOfferProps {
  readonly receiving: Parameters<typeof ReceiveForm>[0]['receiving'];
  readonly cases: readonly Case[];
  readonly current: CaseId | undefined;
  readonly reporter: Reporter;
}

function InCase({ files, reports, receiving, cases, current, reporter }: InCaseProps) {
  const { send } = usePorts();
  const [chosen, setChosen] = useState<string>(current ?? newCase);
  const [kept, setKept] = useState<CaseId | undefined>(undefined);
  if (kept !== undefined)
    return (
      <p role="status" class="notice">
        Kept as it is. <a href={`case.html#case/${kept}/received`}>Go to the case for the receipt</a>
      </p>
    );
  const caseOf = async () => {
    if (chosen !== newCase) return caseIdSchema.parse(chosen);
    const opened = await send('case:open', descriptionOf(reporter));
    // If keeping fails, the next try goes to the same case.
    setChosen(opened);
    return opened;
  };
  return (
    <>
      <SelectField
        id="keep-case"
        label="Which case"
        value={chosen}
        options={[
          ...cases.map(
            ({ id, title }) => [id, id === current ? `${title} (recordings go here)` : title] as const,
          ),
          [newCase, 'A new case'],
        ]}
        onChange={setChosen}
      />
      <ReceiveForm files={files} reports={reports} receiving={receiving} caseOf={caseOf} onKept={setKept} />
    </>
  );
}

/** A neutral title, and whoever records as the producer. Both can be changed under Case details. */
function descriptionOf(reporter: Reporter) {
  const name = reporter.capacity === 'officer' ? reporter.officer.name : '';
  const letters = name
    .toUpperCase()
    .split(/\s+/)
    .map(word => word.replace(/[^A-Z]/g, '').slice(0, 1))
    .join('')
    .slice(0, 5);
  return { title: 'Received case', initials: letters === '' ? 'EX' : letters, name };
}

import { londonDay } from '../../matter/moments.ts';
import { accountName, platformName } from '../../matter/platform-names.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import { scopeWords } from '../../words/artifacts.ts';
import { dayWords } from '../../words/happening.ts';
import { kindWords } from '../preservation/words.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';
import { References } from './references.tsx';

interface Block {
  readonly day: string;
  readonly kind: string;
  readonly of: string;
  readonly references: readonly string[];
}

/** What was recorded and not chosen, for the schedule of unused material. Similar items of a day share an entry. */
export function UnusedPart(props: {
  readonly unused: readonly CaptureRecord[];
  readonly facts: ReportFacts;
}) {
  const { Exhibit } = props.facts.words;
  return (
    <>
      <p>
        Recorded and not chosen for this export. Their numbers are kept and their files stay in the log of the
        producer. What is alike is listed together, as is allowed for large volumes of electronic material
        (CPS Disclosure Manual, chapter 7).
      </p>
      <Table
        caption="Unused material"
        headings={['Entry', 'Description', `${Exhibit} numbers not used`, 'Where it is']}
        rows={blocksOf(props.unused).map((block, index) => [
          index + 1,
          <PageText key="what" text={blockWords(block)} />,
          <References key="numbers" references={block.references} facts={props.facts} />,
          'In the log on the producer’s computer',
        ])}
      />
    </>
  );
}

/** `12 recordings (post) made on 3 June 2026 of account @handle on X`. */
function blockWords({ day, kind, of, references }: Block): string {
  const number = references.length === 1 ? '1 recording' : `${references.length} recordings`;
  return `${number} (${kind}) made on ${dayWords(day)}${of === '' ? '' : ` of ${of}`}`;
}

function blocksOf(unused: readonly CaptureRecord[]): readonly Block[] {
  const groups = new Map<string, Omit<Block, 'references'> & { readonly references: string[] }>();
  for (const record of unused) {
    const block = describe(record);
    const key = JSON.stringify(block);
    const group = groups.get(key) ?? { ...block, references: [] };
    group.references.push(record.reference);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function describe({ post, page, clocks, startedAt, scope }: CaptureRecord): Omit<Block, 'references'> {
  const day = londonDay(clocks?.capturedAt ?? startedAt);
  if (post === undefined) return { day, kind: scopeWords[scope].toLowerCase(), of: page?.title ?? '' };
  const account = accountName(post.account);
  const platform = platformName(post.platform);
  return {
    day,
    kind: kindWords[post.kind],
    of: account === undefined ? platform : `account ${account} on ${platform}`,
  };
}

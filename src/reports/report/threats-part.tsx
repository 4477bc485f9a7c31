import { emergencyLine } from '../../words/asked.ts';
import type { ReportFacts } from './facts.ts';
import { ItemDoer, ItemTime, ItemWords } from './item-words.tsx';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';
import { ItemLink } from './references.tsx';

const longest = 500;

/** Every item that the person tagged as a threat, before all others and in its original words. */
export function ThreatsPart({ facts }: { readonly facts: ReportFacts }) {
  return (
    <>
      <p class="notice">
        <strong>{emergencyLine}</strong>
      </p>
      <Table
        caption={`Items that ${facts.teller} tagged as a threat, earliest first`}
        headings={['Item', 'When', 'By', 'The words', `What ${facts.teller} says of it`]}
        rows={facts.matter.threats.map(item => [
          <ItemLink key="item" item={item} facts={facts} />,
          <ItemTime key="when" item={item} />,
          <ItemDoer key="by" item={item} />,
          <ItemWords key="words" item={item} longest={longest} />,
          item.kind === 'exhibit' && item.words !== undefined && item.words.whatHappened !== '' ? (
            <PageText key="told" text={item.words.whatHappened} />
          ) : (
            ''
          ),
        ])}
      />
    </>
  );
}

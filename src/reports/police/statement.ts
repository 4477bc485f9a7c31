import { accountLabel, type DiaryItem, type HeldAccount, type Item } from '../../matter/items.ts';
import { platformName } from '../../matter/platform-names.ts';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { type Block, numbered, type Paper, section } from '../document/blocks.ts';
import { itemName, ukMoment, whenWords } from './item-words.ts';
import { joinFilled, type PoliceCase, policePaper } from './police-case.ts';
import { digestLines, producingWords } from './producing.ts';
import { notesPage, type StatementHead, statementForms, statementMark } from './statement-forms.ts';
import { effectHeadings, introduction, storyPrompt } from './statement-words.ts';

/**
 * A draft of what the witness says, in their own words and in order of time, with one producing paragraph for each
 * exhibit. It is never signed or dated and its pages are not counted; those places are blank.
 */
export function statementDraft(police: PoliceCase, head: StatementHead = {}): Paper {
  const { words, matter, jurisdiction } = police;
  const { head: formHead, end, notes, pageSignature } = statementForms[jurisdiction];
  return policePaper(police, {
    name: 'Statement draft',
    mark: statementMark,
    ...(pageSignature !== undefined && { pageSignature }),
    blocks: [
      ...formHead(headOf(police, head), nameUsed(police)),
      ...introduction(police).map(text => numbered(text)),
      ...section('What happened', ...storyParagraphs(police)),
      ...section(
        'What I recorded and wrote down, in order of time',
        ...matter.items.map(itemParagraph(police)),
      ),
      ...whoPart(matter.accounts),
      ...effectPart(police),
      ...section(
        `Handing over the ${words.exhibits}`,
        numbered(handOverWords(police), fingerprintPairs(police.input.signerFingerprint)),
      ),
      ...end,
      ...notesPage(notes),
    ],
  });
}

/** The chosen name is that of the affected person, so it is the witness's own only where that person speaks. */
function nameUsed({ capacity, matter: { details } }: PoliceCase): string | undefined {
  return capacity === 'affected' ? joinFilled(details.chosenName, details.pronouns) : undefined;
}

/** An officer's name is not confidential. */
function headOf({ officer }: PoliceCase, head: StatementHead): StatementHead {
  const name = joinFilled(officer?.name);
  return name === undefined ? head : { legalName: name, ...head };
}

function storyParagraphs(police: PoliceCase): readonly Block[] {
  const { story } = police.matter.details;
  if (story.trim() === '') return [numbered(storyPrompt(police.capacity))];
  return paragraphsOf(story).map(text => numbered(text));
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function itemParagraph(police: PoliceCase): (item: Item) => Block {
  return item => {
    if (item.kind === 'diary') return numbered(diaryWords(item));
    const exhibit = police.exhibits.get(item.reference);
    if (exhibit === undefined) return numbered(item.reference);
    return numbered(producingWords(exhibit, police), digestLines(exhibit));
  };
}

/** What happened and left nothing to record. When it happened and when it was written down are kept apart. */
function diaryWords({ entry, writtenAt, changes, when, ...item }: DiaryItem): string {
  const day =
    when.day === undefined
      ? '[the day is not told]'
      : `On ${whenWords({ ...item, entry, writtenAt, changes, when })}`;
  const facts = [
    entry.people.length === 0 ? '' : `Who did it, as I believe: ${entry.people.join(', ')}.`,
    entry.target === '' ? '' : `It was aimed at ${entry.target}.`,
    entry.witnesses === '' ? '' : `Who else saw it: ${entry.witnesses}.`,
  ].filter(fact => fact !== '');
  const changed = changes === 0 ? '' : ' I changed the words later; this is how they stand now.';
  return [
    `${day}${entry.place === '' ? '' : `, ${entry.place}`}: ${entry.what}`,
    ...facts,
    `I wrote this down on ${ukMoment(writtenAt)}.${changed}`,
  ].join('\n');
}

function whoPart(accounts: readonly HeldAccount[]): readonly Block[] {
  const held = accounts.flatMap(({ account, holder }) => (holder === undefined ? [] : [{ account, holder }]));
  if (held.length === 0) return [];
  const sentences = held.map(
    ({ account, holder: { name, why } }) =>
      `I believe that the account ${accountLabel(account)} on ${platformName(account.name.platform)} belongs to ${name}. My reason: ${why.trim() === '' ? '[say why, and how you know]' : why}`,
  );
  return section('Whom I take the accounts to belong to', ...sentences.map(text => numbered(text)));
}

function effectPart({ matter, capacity }: PoliceCase): readonly Block[] {
  const { heading, prompt } = effectHeadings(capacity);
  const ofItems = matter.items.flatMap(item => {
    const impact = item.kind === 'diary' ? item.entry.impact : (item.words?.impact ?? '');
    return impact.trim() === '' ? [] : [`About ${itemName(item)}: ${impact}`];
  });
  const all = [...paragraphsOf(matter.details.impact), ...ofItems];
  if (all.length === 0 && capacity === 'officer') return [];
  return section(heading, ...(all.length === 0 ? [prompt] : all).map(text => numbered(text)));
}

/** The ZIP cannot hold its own digest, so it is written in by hand from what the export showed. */
function handOverWords({ input, words }: PoliceCase): string {
  const { volumes } = input.caseRecord.group;
  const zips = volumes === 1 ? 'one ZIP file' : `${volumes} ZIP files`;
  return `I put the ${words.exhibits} into ${zips}, which I gave to [whom] on [day] by [how]. ${volumes === 1 ? 'Its SHA-256 is' : 'Their SHA-256 are'} [copy it from the file that was kept beside the ZIP]. The SHA-256 fingerprint of the signing certificate stands below.`;
}

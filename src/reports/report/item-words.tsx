import { doersOf, type Item } from '../../matter/items.ts';
import { accountName, platformName } from '../../matter/platform-names.ts';
import { categoryWords } from '../../words/content.ts';
import { basisWords, dayWords } from '../../words/happening.ts';
import { PageText } from './page-text.tsx';
import { Moment } from './parts.tsx';

/** When the item happened and how that is known. A diary entry's time is in the person's words. */
export function ItemTime({ item: { when } }: { readonly item: Item }) {
  return (
    <>
      {when.at !== undefined && <Moment at={when.at} />}
      {when.at === undefined && when.day !== undefined && dayWords(when.day)}
      {when.statedTime !== undefined && (
        <>
          {when.day !== undefined && ', '}“<PageText text={when.statedTime} />”
        </>
      )}
      <p class="aside">{basisWords[when.basis]}</p>
    </>
  );
}

/** Who did it: the account shown and, apart from it, whom the producer takes it to belong to. */
export function ItemDoer({ item }: { readonly item: Item }) {
  if (item.kind === 'diary') {
    const people = doersOf(item).join(', ');
    return people === '' ? <span>not told</span> : <PageText text={people} />;
  }
  if (item.by === undefined) return <span>no account found on the page</span>;
  const { account, holder } = item.by;
  // The name that this page showed: the account may have another name today.
  const name = item.record.post === undefined ? undefined : accountName(item.record.post.account);
  return (
    <>
      <PageText text={name} />, {platformName(account.name.platform)}
      {holder !== undefined && (
        <p class="aside">
          taken by the producer to belong to <PageText text={holder.name} />
        </p>
      )}
    </>
  );
}

/** The words of the page or the person, cut after `longest` characters, with the tags below. */
export function ItemWords({ item, longest }: { readonly item: Item; readonly longest: number }) {
  const text = item.kind === 'diary' ? item.entry.what : (item.record.post?.text ?? item.record.page?.title);
  const tags = item.categories.map(category => categoryWords[category]);
  const marks = item.breachesOrder ? [...tags, 'said to breach an order'] : tags;
  return (
    <>
      <PageText text={text === undefined ? undefined : shortened(text, longest)} />
      {marks.length > 0 && <p class="aside">Tagged: {marks.join('; ')}</p>}
    </>
  );
}

function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

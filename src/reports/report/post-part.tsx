import { accountName, platformName } from '../../matter/platform-names.ts';
import type { Post, RelatedPost } from '../../model/post.ts';
import { PageText, PageTextBlock } from './page-text.tsx';
import { type Field, Fields } from './parts.tsx';

const relations: Readonly<Record<RelatedPost['relation'], string>> = {
  quoted: 'Quoted in it',
  parent: 'It answers this post',
  reposted: 'It passes this post on',
};

/** What the page showed of the post: its address, account, words and figures, and related posts. */
export function PostPart({ post }: { readonly post: Post }) {
  return (
    <>
      <h3>What was shown</h3>
      <Fields
        fields={[
          ['Platform', platformName(post.platform)],
          ...foundFields(post),
          ...(post.parentId === undefined
            ? []
            : [['Stands under number', <PageText key="parent" text={post.parentId} />] as const]),
          ...Object.entries(post.ids ?? {}).map(
            ([name, id]): Field => [`Identifier ${name}`, <PageText key={name} text={id} />],
          ),
          ...(post.edited === undefined
            ? []
            : [['Marked as edited', <PageText key="edited" text={post.edited} />] as const]),
          ...countFields(post),
          ...(post.reader === undefined
            ? []
            : [
                ['Layout it was read by', <PageText key="reader" text={layoutWords(post.reader)} />] as const,
              ]),
          ...(post.signedIn === undefined
            ? []
            : [
                [
                  'Shown to the account',
                  <PageText key="viewer" text={accountName(post.signedIn)} />,
                ] as const,
              ]),
        ]}
      />
      <h4>Text of the post</h4>
      {post.text === undefined ? (
        <p>
          <PageText text={undefined} />
        </p>
      ) : (
        <PageTextBlock text={post.text} label="Text of the post" />
      )}
      <Media post={post} />
      {post.related?.map((related, index) => (
        <Related key={index} related={related} />
      ))}
      {post.notes !== undefined && post.notes.length > 0 && (
        <ul>
          {post.notes.map(note => (
            <li key={note}>
              <PageText text={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function layoutWords(reader: string): string {
  return reader === 'unknown' ? 'not known to the version that recorded it' : reader;
}

/** What every post may have. What the page did not show is named in one row, since that is not the same as "none". */
function foundFields({ account, permalink, postId, visibility }: Post): readonly Field[] {
  const facts = [
    ['Handle', account.handle],
    ['Display name', account.displayName],
    ['Account number', account.accountId],
    ['Address of the account', account.profileAddress],
    ['Permalink', permalink],
    ['Number of the post', postId],
    ['Visible to', visibility],
  ] as const;
  const missing = facts.filter(([, text]) => text === undefined).map(([name]) => name.toLowerCase());
  return [
    ...facts
      .filter(([, text]) => text !== undefined)
      .map(([name, text]): Field => [name, <PageText key={name} text={text} />]),
    ...(missing.length === 0
      ? []
      : [
          [
            'Not found on the page',
            <span key="missing" class="absent">
              {missing.join(', ')}
            </span>,
          ] as const,
        ]),
  ];
}

function countFields(post: Post): readonly Field[] {
  const counts = Object.entries(post.counts ?? {});
  if (counts.length === 0) return [];
  const text = counts.map(([name, count]) => `${name}: ${count}`).join(', ');
  return [['Figures, as shown', <PageText key="counts" text={text} />]];
}

function Media({ post }: { readonly post: Post }) {
  if (post.media === undefined || post.media.length === 0) return null;
  return (
    <>
      <h4>Pictures and films in the post</h4>
      <ul>
        {post.media.map((item, index) => (
          <li key={index}>
            <PageText
              text={[item.kind, item.alt, item.address].filter(part => part !== undefined).join(' · ')}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only what was found: a quoted post shows little about itself. */
function Related({ related }: { readonly related: RelatedPost }) {
  const { account = {} } = related;
  const facts = [
    ['Handle', account.handle],
    ['Display name', account.displayName],
    ['Account number', account.accountId],
    ['Address of the account', account.profileAddress],
    ['Permalink', related.permalink],
    ['Time, as shown', related.displayedTime?.text],
  ] as const;
  return (
    <>
      <h4>{relations[related.relation]}</h4>
      <Fields
        fields={facts
          .filter(([, text]) => text !== undefined)
          .map(([name, text]): Field => [name, <PageText key={name} text={text} />])}
      />
      {related.text !== undefined && (
        <PageTextBlock text={related.text} label={relations[related.relation]} />
      )}
    </>
  );
}

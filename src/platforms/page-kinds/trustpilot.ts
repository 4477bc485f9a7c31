import { hrefOf } from '../../dom/links.ts';
import { closestOf, queryAll } from '../../dom/tree.ts';
import type { PageKind } from './kind.ts';

/** Reviews on Trustpilot (attributes from memory, 2026-11-29). */
export const trustpilot: PageKind = {
  name: 'Trustpilot',
  kind: 'post',
  post: 'article[data-service-review-card-paper]',
  body: '[data-service-review-title-typography], [data-service-review-text-typography]',
  idOf: reviewIdOf,
  author: '[data-consumer-name-typography]',
  accountOf: ({ own }) => {
    const ids = new Set(
      own('a[data-consumer-profile-link][href]').map(
        link => /\/users\/([0-9a-f]{24})/.exec(hrefOf(link) ?? '')?.[1],
      ),
    );
    const [accountId] = ids;
    return ids.size === 1 && accountId !== undefined ? { accountId } : {};
  },
  time: '[data-service-review-date-time-ago]',
  answer: '[data-service-review-business-reply-text-typography]',
};

/** The answer of the business that a review is about. Its name is only in the words above it, and is not read. */
export const trustpilotAnswers: PageKind = {
  name: trustpilot.name,
  kind: 'comment',
  post: `${trustpilot.post} :has(> [data-service-review-business-reply-text-typography])`,
  answers: trustpilot.post,
  body: '[data-service-review-business-reply-text-typography]',
  idOf: post => reviewIdOf(closestOf(post, trustpilot.post)),
  time: '[data-service-review-business-reply-date-time-ago]',
};

function reviewIdOf(review: Element | undefined): string | undefined {
  const links = review === undefined ? [] : queryAll(review, 'a[data-review-title-typography][href]');
  const ids = links.map(link => /\/reviews\/([0-9a-f]{24})(?:[/?#]|$)/.exec(hrefOf(link) ?? '')?.[1]);
  return new Set(ids).size === 1 ? ids[0] : undefined;
}

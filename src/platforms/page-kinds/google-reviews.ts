import { attributeOf, closestOf } from '../../dom/tree.ts';
import type { Account } from '../../model/post.ts';
import type { PageKind, Parts } from './kind.ts';

/**
 * Reviews of Google Maps (class names in public code, 2026-07). The owner's answer is inside the review with the same
 * class for its words, which are not the reviewer's.
 */
export const googleReviews: PageKind = {
  name: 'Google Maps reviews',
  kind: 'post',
  post: '.jftiEf[data-review-id]',
  body: '.MyEned .wiI7pd',
  idOf: reviewIdOf,
  author: '.d4r55',
  accountOf,
  time: '.rsqaWe',
  answer: '.CDe7pd',
};

/** The owner's answer to a review. A line above it says in words that it is one, and when it was written. */
export const googleAnswers: PageKind = {
  name: googleReviews.name,
  kind: 'comment',
  post: `${googleReviews.post} .CDe7pd`,
  answers: googleReviews.post,
  body: '.wiI7pd',
  idOf: post => reviewIdOf(closestOf(post, googleReviews.post)),
  time: '.DZSIDd',
};

function reviewIdOf(review: Element | undefined): string | undefined {
  return /^[\w-]{10,200}$/.exec((review && attributeOf(review, 'data-review-id')) ?? '')?.[0];
}

const profileForm = /^https:\/\/www\.google\.[a-z.]{2,6}\/maps\/contrib\/(?<accountId>\d{10,30})(?:[/?]|$)/;

function accountOf({ own }: Parts): Account {
  const ids = new Set(
    own('button[data-href]').map(
      button => profileForm.exec(attributeOf(button, 'data-href') ?? '')?.groups?.['accountId'],
    ),
  );
  const [accountId] = ids;
  if (ids.size !== 1 || accountId === undefined) return {};
  return { accountId, profileAddress: `https://www.google.com/maps/contrib/${accountId}` };
}

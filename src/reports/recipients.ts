import type { BundleRecipient } from '../model/case.ts';

/** What a bundle for one recipient holds apart from the exhibits. */
export interface RecipientRules {
  /** What people wrote: words about exhibits, diary, details, orders, contacts. */
  readonly getsOwnWords: boolean;
  /** The folder `police/`: statement draft, lists, annexes. */
  readonly policePapers: boolean;
  /** The folder `preservation/`: drafts that ask platforms to keep data. */
  readonly requests: boolean;
  /** One sentence for the review: what they will see. */
  readonly sees: string;
}

/** A platform gets the exhibits and the requests, and nothing that a person wrote about themselves. */
export const recipientRules: Readonly<Record<BundleRecipient, RecipientRules>> = {
  police: {
    getsOwnWords: true,
    policePapers: true,
    requests: true,
    sees: 'The police see every chosen exhibit, your words, your diary and all papers. In court the other side may see them too.',
  },
  solicitor: {
    getsOwnWords: true,
    policePapers: true,
    requests: true,
    sees: 'A solicitor sees every chosen exhibit, your words, your diary and all papers.',
  },
  platform: {
    getsOwnWords: false,
    policePapers: false,
    requests: true,
    sees: 'The platform sees the chosen exhibits and the requests. It does not see your words, your diary or your answers. The name and initials under Case details stand in the list of what was done.',
  },
  'own-copy': {
    getsOwnWords: true,
    policePapers: true,
    requests: true,
    sees: 'Everything of the case that can be exported. Keep it where nobody else finds it.',
  },
};

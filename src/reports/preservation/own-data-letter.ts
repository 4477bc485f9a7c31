import { form, list, type Paper, paragraph, section } from '../document/blocks.ts';
import { factWords } from './fact-words.ts';
import type { PreservationRequest } from './requests.ts';

/**
 * A letter by which a person asks for their own data (UK GDPR, article 15). It names nobody and says nothing of the
 * case: the person fills in who they are.
 */
export function ownDataLetter({ recipient, facts }: PreservationRequest): Paper {
  return {
    mark: 'DRAFT – fill in, sign, and send it yourself if you want to',
    footer: `Letter to ${recipient.name}`,
    blocks: [
      { kind: 'title', text: 'Request for a copy of my own data' },
      form([
        ['To', `The data protection officer of ${recipient.name}: ${factWords(facts.ukAddressee)}`],
        ['My name'],
        ['My account (handle, number or e-mail address)'],
        ['Where to answer me safely'],
        ['Date'],
      ]),
      paragraph(
        'Under article 15 of the UK General Data Protection Regulation I ask for a copy of the personal data that you hold about me. I ask for data about me only, not for data of other people.',
      ),
      list([
        'the records of my account, and when and from where it was used',
        'messages, comments and mentions that were sent to me or name me, as far as they are my data',
        'the reports that I made to you, what you decided, and when',
        'where you got data about me, to whom you gave it, and how long you keep it',
      ]),
      paragraph(
        'Please do not delete any of this data while my request is open. The law gives you one month to answer. If you need proof of who I am, please tell me which, and ask for no more than you need.',
      ),
      form([['Signature']]),
      { kind: 'page-break' },
      ...section(
        'Before you send it – not part of the letter',
        list([
          'You need not send this letter. It is for your own data only. It does not make the platform keep anything of the other account; only the request by the police does.',
          'It tells the company who you are. It does not go to the person behind the other account.',
          `Often there is a quicker way in the account’s own settings: ${factWords(facts.victimRoute)}`,
          'If there is no answer within a month you can complain to the Information Commissioner’s Office, https://ico.org.uk.',
          'If you help somebody, this letter is theirs: they fill it in and sign it, or someone with authority to act for them.',
        ]),
      ),
    ],
  };
}

import type { BundleRecipient } from '../model/case.ts';
import type { Vulnerability } from '../model/confidential.ts';
import type { Capacity, Relationship, Wish } from '../model/details.ts';
import type { CourtOrder, PlatformReport, PoliceContact, Recheck, Session } from '../model/history.ts';

/** What is asked for, as it reads after "I am asking for". */
export const wishNames: Readonly<Record<Wish, string>> = {
  'record-only': 'it to be recorded, and a reference number',
  advice: 'advice',
  support: 'someone who can support me',
  warning: 'a warning to the person',
  removal: 'the posts to be removed',
  'protective-order': 'an order that keeps the person away from me',
  investigation: 'an investigation',
  undecided: 'time to decide: I do not know yet',
};

export const relationshipNames: Readonly<Record<Relationship, string>> = {
  partner: 'partner',
  'former-partner': 'former partner',
  family: 'family',
  friend: 'friend',
  'former-friend': 'former friend',
  neighbour: 'neighbour',
  colleague: 'colleague',
  stranger: 'stranger',
  unknown: 'not known who it is',
  other: 'other',
};

export const capacityNames: Readonly<Record<Capacity, string>> = {
  affected: 'the person it happened to',
  'parent-or-carer': 'parent or carer of the person it happened to',
  representative: 'authorised representative of the person it happened to',
  helper: 'somebody who helps the person it happened to',
  witness: 'witness',
  officer: 'police officer or police staff',
};

export const vulnerabilityNames: Readonly<Record<Vulnerability, string>> = {
  'under-18': 'under 18',
  disability: 'disability',
  'mental-health': 'mental health',
  'risk-of-self-harm': 'risk of self-harm',
  pregnancy: 'pregnancy',
  isolation: 'alone or cut off from others',
  language: 'needs another language or help with communication',
  other: 'something else',
};

export const orderNames: Readonly<Record<CourtOrder['type'], string>> = {
  'restraining-order': 'restraining order',
  'non-molestation-order': 'non-molestation order',
  'occupation-order': 'occupation order',
  'stalking-protection-order': 'stalking protection order',
  'domestic-abuse-protection-order': 'domestic abuse protection order or notice',
  'non-harassment-order': 'non-harassment order',
  interdict: 'interdict',
  'bail-conditions': 'bail conditions',
  other: 'other order',
};

export const policeWayNames: Readonly<Record<NonNullable<PoliceContact['way']>, string>> = {
  '999': '999',
  '101': '101',
  online: 'online form',
  station: 'at a station',
  visit: 'visit by officers',
  email: 'e-mail',
  other: 'another way',
};

export const reportOutcomeNames: Readonly<Record<NonNullable<PlatformReport['outcome']>, string>> = {
  waiting: 'waiting for an answer',
  removed: 'removed',
  'kept-up': 'the platform left it up',
  'account-closed': 'account closed',
  'no-answer': 'no answer',
};

export const recheckNames: Readonly<Record<Recheck['state'], string>> = {
  'still-there': 'still there',
  changed: 'there, but changed',
  gone: 'not there any more',
  'not-visible-to-me': 'not visible to the account that looked',
};

export const roleNames: Readonly<Record<NonNullable<Session['role']>, string>> = {
  constable: 'constable or above',
  'special-constable': 'special constable',
  pcso: 'police community support officer',
  'police-staff': 'police staff',
  other: 'other',
};

export const recipientNames: Readonly<Record<BundleRecipient, string>> = {
  police: 'the police',
  solicitor: 'a solicitor',
  platform: 'a platform’s desk for the police',
  'own-copy': 'my own copy',
};

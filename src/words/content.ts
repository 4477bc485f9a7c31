import type { ContentCategory, HateGround } from '../model/content.ts';

/** The tags that a person may give an item. The words take no position on the law. */
export const categoryNames: Readonly<Record<ContentCategory, string>> = {
  threat: 'A threat',
  'false-statement': 'Something untrue said about me or someone else',
  'intimate-image': 'An intimate picture, or talk of sharing one',
  'unwanted-sexual-image': 'A sexual picture sent to me that I did not want',
  'stolen-photo': 'My photo used without my consent',
  'private-information': 'My address or other private things made known',
  hate: 'Hate',
  impersonation: 'Someone pretending to be me or someone else',
  blackmail: 'A demand with a threat behind it',
  'self-harm-encouraged': 'Telling me or someone else to hurt themselves',
  following: 'Following me',
  contacting: 'Contacting me, or trying to',
  publishing: 'Publishing about me',
  monitoring: 'Watching what I do online',
  loitering: 'Waiting or hanging around a place',
  'interfering-with-property': 'Touching or damaging things of mine',
  watching: 'Watching or spying on me',
  other: 'Something else',
};

/** The same tags as someone else reads them, in a report: without "me". */
export const categoryWords: Readonly<Record<ContentCategory, string>> = {
  threat: 'threat',
  'false-statement': 'statement said to be untrue',
  'intimate-image': 'intimate image, or talk of sharing one',
  'unwanted-sexual-image': 'unwanted sexual image',
  'stolen-photo': 'photo used without consent',
  'private-information': 'private information made known',
  hate: 'hate, as perceived',
  impersonation: 'impersonation',
  blackmail: 'demand with a threat',
  'self-harm-encouraged': 'encouragement of self-harm',
  following: 'following',
  contacting: 'contacting or trying to contact',
  publishing: 'publishing about the person',
  monitoring: 'monitoring online use',
  loitering: 'loitering',
  'interfering-with-property': 'interfering with property',
  watching: 'watching or spying',
  other: 'other',
};

/** What the hostility was about, as the person perceives it. */
export const hateGroundNames: Readonly<Record<HateGround, string>> = {
  race: 'race or ethnicity',
  religion: 'religion or belief',
  'sexual-orientation': 'sexual orientation',
  'transgender-identity': 'transgender identity',
  disability: 'disability',
  sex: 'sex or gender',
  other: 'something else',
};

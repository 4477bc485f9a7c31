/*
 * Facebook, Instagram, Messenger and WhatsApp mark a few things only by words, in the language of the page. Structure
 * comes first: WhatsApp shows forwarded and deleted messages by an icon, and answers in a box of their own. What only
 * words show is read in the languages in which those words were seen, each with its source; in any other language
 * nothing is claimed.
 *
 * No source was found (looked for on 2026-11-30): for the label of a message on Messenger in other languages than the
 * three below; for the heading over one’s own messages in Arabic, Bengali, Hindi, Indonesian, Urdu and Vietnamese; for
 * WhatsApp’s word for the viewer, and for its mark of a changed message, in Arabic, Bengali, French, Hindi, Indonesian,
 * Polish, Russian, Turkish, Urdu and Vietnamese; in any language but English for what Instagram and Messenger write
 * over an answer, over a forwarded message, and beside a changed one.
 */

/** A site's words in one language, and where they were seen. */
interface Wording<T> {
  readonly language: string;
  readonly says: T;
  readonly source: string;
}

/** The accessible label of a message on Messenger, up to its words. */
interface LabelForm {
  /** Has the groups `time` and `name`. */
  readonly form: RegExp;
  /** What replaces the name where the signed-in account sent the message. */
  readonly viewer: readonly string[];
  /** What follows the name where the label says more than who sent the message. */
  readonly deed: RegExp;
}

/** The first time of day ends the time; Vietnamese may add a date, whose comma is the only one in a time. */
const labelForms: readonly Wording<LabelForm>[] = [
  {
    language: 'en',
    says: {
      form: /^At (?<time>\D{0,3}.{0,40}?\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?), (?<name>[^\n]{1,200}):$/u,
      viewer: ['You'],
      deed: /\s(?:sent|unsent|forwarded|replied|reacted|shared|edited)(?:\s|$)/u,
    },
    source: 'public code for Messenger, 2026',
  },
  {
    language: 'id',
    says: {
      form: /^Pukul (?<time>.{0,40}?\d{1,2}[:.]\d{2}), (?<name>[^\n]{1,200}):$/u,
      viewer: ['Anda', 'Kamu', 'Kau'],
      deed: /(?:^|\s)\p{Ll}/u,
    },
    source: 'selectors of a bridge for Messenger, “Pukul 1 Maret 2024 10.51, Anda: …”, public code, 2026',
  },
  {
    language: 'vi',
    says: {
      form: /^Lúc (?<time>[^,\n]{0,30}?\d{1,2}:\d{2}(?:ch|s)?(?: \d{1,2} Tháng \d{1,2}, \d{4})?), (?<name>[^\n]{1,200}):$/u,
      viewer: ['Bạn'],
      deed: /(?:^|\s)\p{Ll}/u,
    },
    source: 'tests with labels of real pages, “Lúc 16:36 30 Tháng 7, 2026, Bạn: …”, public code, 2026-08',
  },
];

const deleting = 'a script that takes back one’s own messages on Instagram, public code, seen 2026-11';
const translating = 'a translator for Messenger, public code, seen 2026-11';

/** The heading over messages of the signed-in account, on Instagram and Messenger. */
const sentHeadings: readonly Wording<string>[] = [
  { language: 'de', says: 'Du hast gesendet', source: deleting },
  { language: 'en', says: 'You sent', source: deleting },
  { language: 'es', says: 'Enviaste', source: deleting },
  { language: 'fr', says: 'Vous avez envoyé', source: deleting },
  { language: 'it', says: 'Hai inviato', source: deleting },
  { language: 'ja', says: 'あなたが送信', source: deleting },
  { language: 'pl', says: 'Wysłałeś', source: deleting },
  { language: 'pt', says: 'Você enviou', source: translating },
  { language: 'ru', says: 'Вы отправили', source: deleting },
  { language: 'tr', says: 'Sen gönderdin', source: deleting },
  { language: 'zh', says: '你发送了', source: deleting },
];

/** What WhatsApp calls the signed-in account in the labels of its own messages, such as “You:”. */
const viewerWords: readonly Wording<string>[] = [
  { language: 'de', says: 'Du', source: 'an exporter of chats of WhatsApp Web, public code, 2026' },
  { language: 'en', says: 'You', source: 'a guide to the pages of WhatsApp Web, public code, 2024-12' },
  { language: 'es', says: 'Tú', source: 'saved pages of WhatsApp Web, public code, 2022, 2024 and 2026-08' },
  { language: 'he', says: 'אתה', source: 'an extension for WhatsApp Web, public code, seen 2026-11' },
  { language: 'he', says: 'את', source: 'the same' },
  { language: 'it', says: 'Tu', source: 'a tool that measured pages of WhatsApp Web, public code, 2026-07' },
  {
    language: 'pt',
    says: 'Você',
    source: 'tests of a translator for WhatsApp Web, public code, seen 2026-11',
  },
];

/** What WhatsApp writes beside the time of a message that was changed. */
const changedWords: readonly Wording<string>[] = [
  { language: 'de', says: 'Bearbeitet', source: 'an exporter of chats of WhatsApp Web, public code, 2026' },
  { language: 'en', says: 'Edited', source: 'the same' },
  { language: 'es', says: 'Editado', source: 'mundobytes.com on the limits of editing, seen 2026-11' },
  {
    language: 'pt',
    says: 'Editada',
    source: 'two tools that clean copied messages, public code, seen 2026-11',
  },
];

/** What a label on Messenger says before the words of its message. */
export interface MessageLabel {
  readonly time: string;
  /** Absent where the label names the sender by a word for the signed-in account. */
  readonly name?: string;
}

/** Reads the beginning of a label, up to the colon before the words; undefined where its form is not known. */
export function readMessageLabel(label: string): MessageLabel | undefined {
  for (const { says } of labelForms) {
    const { time, name } = says.form.exec(label)?.groups ?? {};
    if (time === undefined || name === undefined) continue;
    if (isViewerWord(name)) return { time };
    return says.deed.test(name) ? undefined : { time, name };
  }
  return undefined;
}

/** Whether a line is the heading over messages of the signed-in account; a nickname may say the same. */
export function isSentHeading(line: string | undefined): boolean {
  return sentHeadings.some(({ says }) => says === line);
}

/** Whether a word is what a site calls the signed-in account, in any of the languages. */
export function isViewerWord(word: string | undefined): boolean {
  const all = [...viewerWords.map(({ says }) => says), ...labelForms.flatMap(({ says }) => says.viewer)];
  return all.some(each => each.toLowerCase() === word?.toLowerCase());
}

/** Whether a word beside the time of a message on WhatsApp says that it was changed. */
export function isChangedWord(word: string | undefined): boolean {
  return changedWords.some(({ says }) => says.toLowerCase() === word?.toLowerCase());
}

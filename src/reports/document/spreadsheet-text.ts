/**
 * Names of months that spreadsheets know: English, and those of other languages whose users may open the file. A word
 * of three or more letters counts as a month when one of these begins with it.
 */
const months = `
  january february march april may june july august september october november december sept
  januar februar märz maerz mrz mai juni juli oktober dezember
  janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
  januari februari maart mrt mei augustus
  styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
  ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
`
  .trim()
  .split(/\s+/);

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Words that may follow digits in a date, a time, a number or a sum of money, but not begin one. */
const within = new Set('e d t z a p am pm st nd rd th h m s o clock'.split(' '));

/** Words that may also precede digits: currencies, and the characters of East Asian dates. */
const beside = new Set('eur usd gbp chf jpy cny inr pln ron try kr zł lei 年 月 日 時 时 分 秒'.split(' '));

/** Words that a spreadsheet reads as a truth value, in the languages of {@link months}. */
const truths = new Set(
  'true false wahr falsch vrai faux verdadero falso vero waar onwaar verdadeiro prawda fałsz adevărat fals doğru yanliş yanlış'.split(
    ' ',
  ),
);

const errors = /^#(?:n\/a|na|ref!|name\?|div\/0!|null!|num!|value!|spill!|calc!)$/i;

/** A whole number that a spreadsheet shows digit for digit: not rounded, no exponent, no leading zero. */
const plainNumber = /^(?:0|[1-9]\d{0,10})$/;

/**
 * Whether a spreadsheet that opens a CSV might show something other than this text: calculate it, or read it as a date,
 * a time, a number, a percentage, a sum of money or a truth value. It errs on the safe side: no known spreadsheet reads
 * `Mark 5` as a date, but an apostrophe before it does no harm.
 *
 * Spaces and invisible characters are dropped first, and digits of all scripts and full-width signs are read as plain
 * ones, because spreadsheets do the same.
 */
export function isSpoiledBySpreadsheets(text: string): boolean {
  if (plainNumber.test(text)) return false;
  const plain = asRead(text);
  if (/^[=+\-@\u2212]/u.test(plain) || /^[\t\r\n]/.test(text)) return true;
  if (truths.has(plain.toLowerCase()) || errors.test(plain)) return true;
  return /\d/.test(plain) && isMadeOfDigits(plain);
}

/** Whether every word in it is one that dates and numbers are made of. True also when there are no words. */
function isMadeOfDigits(plain: string): boolean {
  const words = plain.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const isFirst = /^[\p{L}\p{M}]/u.test(plain);
  return words.every(
    (word, index) =>
      beside.has(word) ||
      (within.has(word) && !(isFirst && index === 0)) ||
      (word.length >= 3 && [...months, ...weekdays].some(name => name.startsWith(word))),
  );
}

function asRead(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Cc}|\p{Variation_Selector}|\u034f/gu, ' ')
    .replace(/\p{Nd}/gu, digit => String(digitValue(digit)))
    .trim();
}

/** Unicode keeps the ten digits of a script together and in order, beginning with zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (code - nought < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return code - nought;
}

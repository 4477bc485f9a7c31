/** Meanings of the common status codes (RFC 9110, section 15; 451 is RFC 7725, 429 RFC 6585). */
const meanings: Readonly<Record<number, string>> = {
  200: 'OK',
  203: 'changed on its way',
  204: 'nothing to show',
  206: 'a part of it',
  304: 'not changed',
  400: 'request not understood',
  401: 'sign-in needed',
  402: 'payment needed',
  403: 'not allowed',
  404: 'not found',
  405: 'not allowed in this way',
  406: 'not to be had in this form',
  408: 'waited too long',
  410: 'gone for good',
  429: 'too many requests',
  451: 'withheld for legal reasons',
  500: 'an error of the server',
  501: 'not offered by the server',
  502: 'a wrong answer from another server',
  503: 'not working at the moment',
  504: 'no answer from another server',
};

/** The meaning of a code's first digit, for codes not in the list. */
const classes: Readonly<Record<number, string>> = {
  1: 'not finished',
  2: 'answered',
  3: 'to be found elsewhere',
  4: 'request refused',
  5: 'an error of the server',
};

/** The server's answer in words, such as `The server answered 404 (not found).`, and what it means for the page. */
export function httpStatusWords(status: number): string {
  const meaning = meanings[status] ?? classes[Math.floor(status / 100)];
  const said = `The server answered ${status}${meaning === undefined ? '' : ` (${meaning})`}.`;
  return status >= 400 ? `${said} What is shown may be its error page.` : said;
}

/** The same for an error status, 400 or above; empty for any other, or when there is none. */
export function errorAnswer(status: number | undefined): readonly string[] {
  return status === undefined || status < 400 ? [] : [httpStatusWords(status)];
}

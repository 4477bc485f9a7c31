import { renderToString } from 'preact-render-to-string';
import { visibleText } from '../words/visible-text.ts';
import type { ReportInput } from './input.ts';
import { Report } from './report/report.tsx';
import { reportStyle, reportStyleSha256 } from './report/style.ts';

const policy = [
  "default-src 'none'",
  "img-src 'self' file:",
  `style-src 'sha256-${reportStyleSha256}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * `data/report.html`: the case for a reader who does not use social media. One document without scripts or remote
 * resources; pictures are loaded from `exhibits/` beside it. Addresses are plain text, so that none is opened by
 * accident. Text from pages is escaped, and invisible characters are shown.
 */
export function reportHtml(input: ReportInput): string {
  const title = renderToString(<title>{visibleText(input.caseRecord.case.title)}</title>);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
${title}
<style>${reportStyle}</style>
</head>
<body>
${renderToString(<Report input={input} />)}
</body>
</html>
`;
}

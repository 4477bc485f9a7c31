/**
 * The whole style of the report: light only, readable at 360 px, one exhibit to a sheet in print. It refers to no
 * resources. The policy in the report's head admits only this text, by the digest below.
 */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1px solid #8a8a8a; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, ol { margin: .5rem 0; }
ul, ol { padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: #0b3d91; }
dfn { font-style: normal; font-weight: 600; }
code { font: .875em/1.45 ui-monospace, "Liberation Mono", Consolas, monospace; overflow-wrap: anywhere; }
.kind { margin: 0; color: #4a4a4a; }
.aside { color: #4a4a4a; font-size: .9rem; margin: .25rem 0; }
.absent { color: #4a4a4a; font-style: italic; }
.notice { border: 2px solid #7a4100; background: #fff6e5; padding: .5rem .75rem; }
.asked { border: 3px solid #1a1a1a; padding: .25rem 1rem; margin: 0 0 1rem; }
.asking { font-size: 1.2rem; }
.contents { margin-top: 2rem; }
.references { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.chart svg { display: block; width: 100%; max-width: 34rem; height: auto; }
.fields dd > p:first-child { margin-top: 0; }
.limits-line, .running { border: 1px solid #8a8a8a; padding: .5rem .75rem; }
.sheet { border-top: 3px solid #1a1a1a; margin-top: 3rem; }
.sheet > h2 { margin-top: .75rem; }
.page-text { overflow-wrap: anywhere; }
blockquote { white-space: pre-wrap; margin: .25rem 0; padding: .5rem .75rem; background: #f4f4f4; border-left: 4px solid #8a8a8a; }
.unseen { font: .8em ui-monospace, "Liberation Mono", Consolas, monospace; border: 1px solid #8a1c1c; color: #8a1c1c; padding: 0 .15em; unicode-bidi: isolate; direction: ltr; }
.fields { margin: .5rem 0; }
.fields > div { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid #dcdcdc; }
.fields dt { font-weight: 600; }
.fields dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
figcaption { margin-bottom: .5rem; font-size: .9rem; }
.label { display: block; width: fit-content; background: #7a4100; color: #fff; padding: .1rem .5rem; margin-bottom: .25rem; font-size: 1rem; }
img { display: block; max-width: 100%; height: auto; border: 1px solid #8a8a8a; }
figure.redrawn img { border: 4px dashed #7a4100; }
.files { list-style: none; padding: 0; }
.files li { padding: .35rem 0; border-bottom: 1px solid #dcdcdc; margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0 2rem; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border: 1px solid #b5b5b5; overflow-wrap: break-word; }
td { min-width: 4.5rem; }
.moment { white-space: nowrap; }
thead th { background: #f0f0f0; overflow-wrap: normal; }
@media (max-width: 40rem) {
  .fields > div { grid-template-columns: 1fr; }
  table, tbody, tr, th, td { display: block; }
  caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid #8a8a8a; margin-bottom: .75rem; }
  th, td { border: 0; border-bottom: 1px solid #dcdcdc; }
  td:empty { display: none; }
  th::before, td::before { content: attr(data-heading); display: block; font-size: .8rem; font-weight: 400; color: #4a4a4a; }
}
@media print {
  @page {
    size: A4; margin: 12mm 14mm 18mm;
    @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt sans-serif; }
    @bottom-left { content: "This bundle records what a web page displayed in my browser at the times shown. It does not prove who operated the account. The signature shows the files have not changed since export."; font: 7.5pt sans-serif; text-align: left; width: 84%; }
  }
  :root { font-size: 9.5pt; }
  h2 { margin-top: 1.2rem; }
  h2, h3, h4, figcaption, caption { break-after: avoid; }
  figcaption { break-inside: avoid; }
  .tall figcaption { break-after: auto; }
  main { max-width: none; padding: 0; }
  .running { border: 0; margin: 0; padding: 0; font-size: 8.5pt; }
  @supports (box-decoration-break: clone) {
    main { padding-top: 7mm; box-decoration-break: clone; }
    .running { position: fixed; top: 0; left: 0; }
    .running-limits { display: none; }
  }
  .sheet { break-before: page; border: 0; margin: 0; }
  .part { break-before: auto; margin-top: 1.5rem; border-top: 1px solid #1a1a1a; }
  tr, .fields > div, .files li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;

/** SHA-256 of {@link reportStyle} in Base64, for the policy. A test computes it again. */
export const reportStyleSha256 = 'p2BF6PgsF06yte1yuPwnZgcJXWc16AZ5hl8lcik9rcg=';

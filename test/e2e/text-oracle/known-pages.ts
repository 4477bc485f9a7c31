/** A page with the words that are seen of it, where the letters of the test's font cannot tell. */
export interface KnownPage {
  readonly name: string;
  readonly html: string;
  /** What is read; the body where nothing else is named. */
  readonly root?: string;
  readonly text: string;
  readonly unseen?: number;
  readonly doubtful?: number;
}

const known = (
  name: string,
  html: string,
  text: string,
  more: Omit<Partial<KnownPage>, 'name' | 'html' | 'text'> = {},
): KnownPage => ({ name, html, text, ...more });

export const knownPages: readonly KnownPage[] = [
  known('light words on a dark ground', '<body style="background:#111;color:#fff"><p>light</p>', 'light'),
  known(
    'light words of a post whose page is dark',
    '<body style="background:#111"><div><p id="post" style="color:#fff">light</p></div>',
    'light',
    { root: '#post' },
  ),
  known(
    'light words over a dark box that is no ancestor',
    '<div style="position:relative"><div style="position:absolute;inset:0;background:#222"></div><p style="position:relative;color:#fff">light</p></div>',
    'light',
  ),
  known(
    'light words of a post over a dark box elsewhere',
    '<div style="position:relative"><div style="position:absolute;inset:0;background:#222"></div><p id="post" style="position:relative;color:#fff">light</p></div>',
    'light',
    { root: '#post' },
  ),
  known(
    'light words over a picture',
    '<div style="background-image:linear-gradient(#000,#333);color:#fff">light</div>',
    'light',
  ),
  known(
    'a gradient cut out by letters',
    '<p style="background:linear-gradient(red,blue);background-clip:text;color:transparent">letters</p>',
    'letters',
  ),
  known(
    'shadow in place of a colour',
    '<p style="color:transparent;text-shadow:0 0 0 #000">shadow</p>',
    'shadow',
  ),
  known(
    'a blurred shadow',
    '<p>one <span style="color:transparent;text-shadow:0 0 12px #000">blurred words</span></p>',
    'one',
    {
      unseen: 2,
    },
  ),
  known(
    'words in columns of vertical writing',
    '<div style="writing-mode:vertical-rl;height:200px"><p>一二</p><p>三四</p></div>',
    '一二\n\n三四',
  ),
  known(
    'blocks of vertical writing in another order',
    '<div style="writing-mode:vertical-rl;height:200px;display:flex;flex-direction:column-reverse"><div>一二</div><div>三四</div></div>',
    '三四\n一二',
  ),
  known('words read from the right', '<p dir="rtl">שלום <b>עולם</b> abc</p>', 'שלום עולם abc'),
  known('both ways in one line', '<p>abc <b>שלום</b> <i>עולם</i> def</p>', 'abc שלום עולם def'),
  known('letters read from the right, forced backwards', '<p><bdo dir="ltr">שלום</bdo></p>', 'םולש'),
  known(
    'a pane that scrolls',
    '<div style="height:40px;overflow:auto"><p>one</p><p>two</p><p>three</p><p>four</p></div>',
    'one\n\ntwo\n\nthree\n\nfour',
  ),
  known(
    'a pane in a clip',
    '<div style="height:0;overflow:hidden"><div style="height:40px;overflow:auto">gone</div></div><p>here</p>',
    'here',
    { unseen: 1 },
  ),
  known(
    'parts that are not drawn yet',
    `${Array.from({ length: 40 }, (_, at) => `<section style="content-visibility:auto;contain-intrinsic-size:auto 900px 300px"><p>row${at}</p></section>`).join('')}`,
    Array.from({ length: 40 }, (_, at) => `row${at}`).join('\n\n'),
    { unseen: 0 },
  ),
  known(
    'a bar that stays while the page scrolls',
    '<p>under</p><div style="position:fixed;top:0;left:0;width:100%;height:60px;background:#fff">bar</div><div style="height:3000px">rest</div>',
    'under\n\nbar\nrest',
  ),
  known(
    'a dialog over all the window',
    '<p>under here</p><div style="position:fixed;inset:0;background:#fff">dialog</div>',
    'dialog',
    { unseen: 2 },
  ),
  known(
    'something from elsewhere over a post',
    '<article id="post" style="margin:0">mine yours</article><div style="position:absolute;left:0;top:0;width:400px;height:80px;background:#fff"></div>',
    '',
    { root: '#post', unseen: 2 },
  ),
  known(
    'a shape that is not read',
    '<p style="clip-path:path(\'M0 0h200v40z\')">two words</p>',
    'two words',
    {
      doubtful: 2,
    },
  ),
  known('quotation marks', '<p><q>one <q>two</q></q></p>', '“one ‘two’”'),
  known(
    'lists in letters',
    '<ol type="A"><li>one</li><li>two</li></ol><ul><li>dot</li></ul>',
    'A. one\nB. two\ndot',
  ),
  known(
    'nested counters',
    '<style>ol{list-style:none;counter-reset:c}li{counter-increment:c}li::before{content:counters(c,".") " "}</style><ol><li>one<ol><li>two</li><li>three</li></ol></li><li>four</li></ol>',
    '1 one\n1.1 two\n1.2 three\n2 four',
  ),
  known('signs of an icon font', '<style>i::before{content:"\\e900"}</style><p><i></i>word</p>', 'word'),
  known('typed words', '<p>one <input value="typed"><textarea>typed</textarea> two</p>', 'one two'),
  known('ruby', '<p><ruby>漢<rt>かん</rt></ruby>字</p>', '漢かん字'),
  known('above and below the line', '<p>a<sup>2</sup> + b<sub>3</sub> = c</p>', 'a2 + b3 = c'),
  known(
    'side by side',
    '<div style="display:flex"><div><p>one</p><p>two</p></div><div><p>three</p><p>four</p></div></div>',
    'one\n\ntwo\n\nthree\n\nfour',
  ),
  known(
    'a side bar on the left that comes last',
    '<div style="display:grid;grid-template-columns:100px 1fr"><main style="grid-area:1/2">main words</main><nav style="grid-area:1/1">menu</nav></div>',
    'menu\nmain words',
  ),
];

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const style = 'body{margin:10px;font:16px/20px monospace;width:900px}p{margin:6px 0}';

/** A page whose state hangs on more than its markup. `sees` are words on the screen, `hides` words that are not. */
export interface CopyPage {
  readonly html: string;
  readonly sees: readonly string[];
  readonly hides: readonly string[];
  /** Colours that the picture of the copy must hold somewhere, as `#rrggbb`. */
  readonly colours?: readonly string[];
  /** What the check must say; `held` unless another is given. */
  readonly check?: 'held' | 'failed';
  readonly detail?: RegExp;
  readonly note?: RegExp;
}

function page(body: string, more = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Copies</title><style>${style}</style>${more}</head><body>${body}</body></html>`;
}

const flag = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="${colour}"/></svg>`;

/** Pages by the kind of state that a careless copy loses. */
export const copyPages = {
  front: {
    sees: ['Words beneath', 'Open note', 'Are you sure'],
    hides: ['Closed menu', 'Closed box'],
    html: page(`<style>[popover]{width:300px;border:2px solid #090}dialog{border:3px solid #c00}dialog::backdrop{background:rgba(0,0,80,.3)}
      #note{margin:0;inset:auto;top:300px;left:400px}</style><p>Words beneath</p><button popovertarget="menu">Menu</button>
      <div id="menu" popover><p>Closed menu</p></div><div id="note" popover="manual"><p>Open note</p></div>
      <div style="position:relative;left:200px"><dialog id="ask"><p>Are you sure</p></dialog></div><dialog id="box"><p>Closed box</p></dialog>
      <script>note.showPopover();ask.showModal();document.activeElement.blur()</script>`),
  },
  states: {
    sees: [
      'Ticked words',
      'Second tab',
      'Third choice',
      'Opened part',
      'Undecided',
      'Label above',
      'Is defined',
      'Own state',
      'Wrong number',
    ],
    hides: ['First tab', 'Unticked words', 'Not defined', 'Label inside', 'All right'],
    html: page(`<style>.if{display:none}#a:checked~.a,#r2:checked~.r2,#r1:checked~.r1,#u:not(:checked)~.nothing,#i:indeterminate~.i,
      #f:not(:placeholder-shown)~.f,#f:placeholder-shown~.g,#n:invalid~.n,#n:valid~.v{display:block}
      x-known:not(:defined),x-other:not(:defined){display:none}x-known:defined{display:block}x-state{display:none}x-state:state(on){display:block}</style>
      <div><input type="checkbox" id="a"><p class="if a">Ticked words</p></div>
      <div><input type="checkbox" id="u" checked><p class="if nothing">Unticked words</p></div>
      <div><input type="radio" name="r" id="r1" checked><input type="radio" name="r" id="r2"><p class="if r1">First tab</p><p class="if r2">Second tab</p></div>
      <select size="3"><option>One<option>Two<option id="o">Third choice</select>
      <details id="d"><summary>More</summary>Opened part</details>
      <div><input type="checkbox" id="i"><p class="if i">Undecided</p></div>
      <div><input id="f" placeholder="x"><p class="if f">Label above</p><p class="if g">Label inside</p></div>
      <div><input id="n" type="number" max="3"><p class="if n">Wrong number</p><p class="if v">All right</p></div>
      <x-known>Is defined</x-known><x-other>Not defined</x-other><x-state>Own state</x-state>
      <script>a.checked=true;r2.checked=true;o.selected=true;d.open=true;i.indeterminate=true;f.value='SECRET';n.value='7';
      customElements.define('x-known',class extends HTMLElement{});
      customElements.define('x-state',class extends HTMLElement{constructor(){super();this.attachInternals().states.add('on')}})</script>`),
  },
  pointed: {
    sees: ['Aimed at'],
    // The popup has the focus while it is open: the page does not show then where it had it.
    hides: ['Focused within', 'Nobody here', 'Elsewhere'],
    html: page(`<style>.if{display:none}div:focus-within .if,section:target .if{display:block}</style>
      <div><button id="b">Go</button><p class="if">Focused within</p></div><div><button>Stop</button><p class="if">Nobody here</p></div>
      <section id="here"><p class="if">Aimed at</p></section><section id="there"><p class="if">Elsewhere</p></section>
      <script>location.hash='here';onload=()=>requestAnimationFrame(()=>b.focus())</script>`),
  },
  sheets: {
    sees: ['Shown on screens', 'Shown by the last', 'Shadow words', 'Switched medium', 'Second child'],
    hides: ['Hidden by the last', 'Switched off', 'Third child'],
    html: page(`<style id="later" media="print">.medium{display:block!important}</style>
      <p class="screen">Shown on screens</p><p class="last">Shown by the last</p><p class="gone">Hidden by the last</p><x-card></x-card>
      <p class="medium" style="display:none">Switched medium</p><p class="off">Switched off</p>
      <div class="count"><script>1</script><p>Second child</p><template></template><noscript>x</noscript><p class="t">Third child</p></div>
      <style>.last{display:none}.gone{display:block}.count p{display:none}.count p:nth-child(2){display:block}</style><style id="none">.off{display:block!important}</style><style>.off{display:none}</style>
      <script>later.media='screen';none.disabled=true;
      const print=new CSSStyleSheet({media:'print'});print.replaceSync('.screen{display:none}');
      const last=new CSSStyleSheet();last.replaceSync('.last{display:block;color:#c00}.gone{display:none}');document.adoptedStyleSheets=[print,last];
      customElements.define('x-card',class extends HTMLElement{constructor(){super();const r=this.attachShadow({mode:'open'});
      r.innerHTML='<style>p{display:none}</style><p>Shadow words</p>';const a=new CSSStyleSheet();a.replaceSync('p{display:block;color:#c00}');r.adoptedStyleSheets=[a]}})</script>`),
  },
  roots: {
    sees: ['Closed root', 'Inner closed', 'Open root', 'Given by hand', 'Hovered host'],
    hides: ['Not slotted'],
    html: page(`<div id="c"><p>Not slotted</p></div><x-open></x-open><section id="m"><p>Given by hand</p></section>
      <script>const r=c.attachShadow({mode:'closed'});r.innerHTML='<p>Closed root</p><div></div>';
      r.lastChild.attachShadow({mode:'closed'}).innerHTML='<p>Inner closed</p>';
      document.querySelector('x-open').attachShadow({mode:'open'}).innerHTML='<style>:host{display:block}:host(:not(:defined)) p{color:#c00}</style><p>Open root</p><p>Hovered host</p>';
      const s=m.attachShadow({mode:'open',slotAssignment:'manual'});s.innerHTML='<slot></slot>';s.firstChild.assign(m.firstElementChild)</script>`),
  },
  drawings: {
    sees: ['Words beside'],
    hides: [],
    colours: ['#ff8c00', '#ff0000', '#800080', '#000080', '#008000', '#00ffff', '#ff00ff', '#808000'],
    html: page(`<svg width="60" height="40"><image xlink:href="/flag?darkorange" width="60" height="40"/></svg>
      <svg width="40" height="40"><use href="/sprite.svg#threat"/></svg><svg width="40" height="40"><use xlink:href="/sprite.svg#faded"/></svg>
      <svg width="60" height="40"><image href="data:image/svg+xml,${encodeURIComponent(flag('purple'))}" width="60" height="40"/></svg>
      <input type="image" src="/flag?navy" alt="in"><canvas id="k" width="60" height="40"></canvas>
      <svg width="0" height="0"><symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10" fill="cyan"/></symbol>
      <linearGradient id="g"><stop stop-color="magenta"/></linearGradient><clipPath id="c"><rect width="20" height="40"/></clipPath></svg>
      <svg width="40" height="40"><use href="#s"/></svg><svg width="40" height="40"><rect width="40" height="40" fill="url(#g)" clip-path="url(#c)"/></svg>
      <p>Words beside</p><script>const x=k.getContext('2d');x.fillStyle='green';x.fillRect(0,0,60,40)</script>`),
  },
  depth: {
    sees: ['Under the drawing'],
    hides: [],
    note: /may have made/,
    html: page(`<canvas id="k" width="200" height="100"></canvas><p>Under the drawing</p>
      <script>const g=k.getContext('webgl');if(g){g.clearColor(1,0,0,1);g.clear(g.COLOR_BUFFER_BIT)}</script>`),
  },
  nesting: {
    sees: [
      'Block in a paragraph',
      'Link in a link',
      'Form in a form',
      'Row without a table',
      'Item in an item',
      'Stray in a table',
      'After all',
      'Heading in a heading',
      'Button in a button',
      'Cell',
    ],
    hides: ['Only outside', 'In the head'],
    note: /under their own names/,
    html: page(`<style>p>div{color:#c00;padding:4px}.only{display:none}a a{font-weight:bold}form form{border:1px solid}table>div{background:#dfd}
      p div .only,body>div .only{display:none}li li{margin-left:20px}</style><div id="here"></div><p>After all</p><script>
      const make=(name,...inside)=>{const made=document.createElement(name);made.append(...inside);return made};
      here.append(make('p','Before ',make('div','Block in a paragraph',make('span','')),' after'));
      const outer=make('a','Outer ',make('a','Link in a link'));outer.href='#';outer.lastChild.href='#x';here.append(outer);
      here.append(make('form','Outer ',make('form','Form in a form')));
      here.append(make('div',make('tr',make('td','Row without a table'),make('td','Cell'))));
      here.append(make('ul',make('li','Outer',make('li','Item in an item'))));
      here.append(make('table',make('div','Stray in a table'),make('tr',make('td','In a row'))));
      here.append(make('h2','Outer',make('h3','Heading in a heading')));
      here.append(make('button','Outer ',make('button','Button in a button')));
      const hidden=make('span','Only outside');hidden.className='only';here.append(make('p',make('section',hidden)));
      document.head.append(make('img'),make('p','In the head'))</script>`),
  },
  moved: {
    sees: ['Faded in by a program', 'Line 40', 'Stuck line', 'Last of many'],
    hides: ['Faded out by a program'],
    note: /scrolled/,
    html: page(`<style>#in{opacity:0}.pane{height:200px;overflow:auto;border:1px solid;width:300px}.stuck{position:sticky;top:0;background:#ffd;margin:0}</style>
      <p id="in">Faded in by a program</p><p id="out">Faded out by a program</p>
      <div class="pane" id="p"><p class="stuck">Stuck line</p></div><p id="moved">Last of many</p><script>
      for(let i=1;i<=60;i++){const line=document.createElement('p');line.textContent='Line '+i;p.append(line)}
      p.scrollTop=900;const keep={duration:1,fill:'forwards'};document.getElementById('in').animate({opacity:[0,1]},keep);out.animate({opacity:[1,0]},keep);
      moved.animate({transform:['none','translateX(120px)']},keep)</script>`),
  },
  beyond: {
    sees: [],
    hides: [],
    check: 'failed',
    detail: /stands? elsewhere in the copy/,
    html: page(
      `<p>Words above</p><svg width="300" height="200"><text y="20">Moved by a drawing<animate attributeName="y" from="20" to="150" dur="0.01s" fill="freeze"/></text></svg>`,
    ),
  },
  typed: {
    sees: ['Below the box'],
    hides: ['SECRET'],
    html: page(
      `<div contenteditable="true">SECRET one<br>SECRET two<br>SECRET three</div><p>Below the box</p><textarea>SECRET</textarea><input id="i"><script>i.value='SECRET'</script>`,
    ),
  },
} as const satisfies Record<string, CopyPage>;

/** The pages on loopback, at a random port. */
export interface CopySite {
  address(name: keyof typeof copyPages | `status/${number}` | 'moved-to'): string;
  close(): Promise<void>;
}

export async function startCopySite(): Promise<CopySite> {
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: name => `http://127.0.0.1:${port}/${name}`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const sprite = `<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="fade"><stop stop-color="olive"/></linearGradient>
<symbol id="threat" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="red"/></symbol><symbol id="faded" viewBox="0 0 10 10"><rect width="10" height="10" fill="url(#fade)"/></symbol></svg>`;

function answer({ url = '/' }: IncomingMessage, reply: ServerResponse): void {
  const { pathname, search } = new URL(url, 'http://copies.test');
  const name = pathname.slice(1);
  const send = (status: number, type: string, body: string) =>
    reply.writeHead(status, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body);
  if (Object.hasOwn(copyPages, name))
    send(200, 'text/html; charset=utf-8', copyPages[name as keyof typeof copyPages].html);
  else if (name === 'sprite.svg') send(200, 'image/svg+xml', sprite);
  else if (name === 'flag') send(200, 'image/svg+xml', flag(search.slice(1)));
  else if (name === 'moved-to') reply.writeHead(302, { location: '/typed' }).end();
  else if (name.startsWith('status/')) {
    const status = Number(name.slice('status/'.length));
    send(status, 'text/html; charset=utf-8', page(`<h1>${status}</h1><p>This post is not there.</p>`));
  } else send(404, 'text/plain', '');
}

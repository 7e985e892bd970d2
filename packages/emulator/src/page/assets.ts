/** Style and script of the page. Its policy allows these texts and no others, by their hashes. */

import { createHash } from 'node:crypto';

export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Puts each request at the top, or in place of itself; forgets all when the emulator has. */
export const SCRIPT = `
const { documentElement: root } = document;
const list = document.getElementById('requests');
const none = document.getElementById('none');
const state = document.getElementById('state');
const source = new EventSource('/events');
source.onopen = () => { state.textContent = 'live'; state.className = 'live'; };
source.onerror = () => { state.textContent = 'not connected'; state.className = ''; };
source.addEventListener('run', ({ data }) => {
  if (root.dataset.run === data) return;
  root.dataset.run = data;
  list.replaceChildren();
  none.hidden = false;
});
source.addEventListener('request', ({ data }) => {
  const template = document.createElement('template');
  template.innerHTML = data;
  const row = template.content.firstElementChild;
  const old = document.getElementById(row.id);
  none.hidden = true;
  if (old === null) list.prepend(row);
  else if (old.dataset.state !== row.dataset.state) {
    row.open = old.open;
    old.replaceWith(row);
  }
  while (list.children.length > Number(list.dataset.most)) list.lastElementChild.remove();
});
`;

/** The colours and fonts of the documentation site. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --background: light-dark(#ffffff, #11151d);
  --raised: light-dark(#f5f7fa, #1a202b);
  --line: light-dark(#dfe4ec, #2d3646);
  --text: light-dark(#1c2230, #e4e8ef);
  --aside: light-dark(#566074, #a5afbf);
  --link: light-dark(#1557c0, #86b6ff);
  --good: light-dark(#166534, #6ee7a0);
  --bad: light-dark(#b42318, #ff9d94);
}
body { margin: 0; font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; color: var(--text); background: var(--background); }
header { display: flex; justify-content: space-between; gap: 1rem; padding: 1rem max(1.1rem, calc(50vw - 36rem)); border-bottom: 1px solid var(--line); }
header b::before { content: ''; display: inline-block; width: .7rem; height: .7rem; margin-right: .55rem; border-radius: .2rem; background: var(--link); }
#state { font-size: .875rem; color: var(--aside); }
#state.live { color: var(--good); }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.1rem 3rem; }
h1, h2 { letter-spacing: -.015em; line-height: 1.2; }
h2 { margin-top: 2.5rem; font-size: 1.35rem; }
details h2 { margin: .75rem 0 .25rem; font-size: .875rem; color: var(--aside); }
a { color: var(--link); text-underline-offset: .18em; }
details { border-bottom: 1px solid var(--line); }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .9rem; padding: .5rem 0; cursor: pointer; }
summary:hover { background: var(--raised); }
summary b { min-width: 2.6rem; font-variant-numeric: tabular-nums; }
summary i { font-size: .8rem; color: var(--aside); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.service { min-width: 7.5rem; font-weight: 600; }
.order { overflow-wrap: anywhere; }
.score { font-variant-numeric: tabular-nums; }
.score::before { content: 'score '; color: var(--aside); }
.problem { flex: 1 1 16rem; overflow-wrap: anywhere; color: var(--aside); }
.bad ~ .problem { color: var(--bad); }
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: .8125rem; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; margin: 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .55rem; background: var(--raised); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .925rem; }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; }
th { font-size: .8rem; color: var(--aside); }
:focus-visible { outline: 2px solid var(--link); }
`;

import { hash } from 'node:crypto';
import { embedPublished } from '../../protocol/embedded.ts';
import { welcomeDataId, type WelcomePage } from '../../protocol/welcome-page.ts';
import type { Published } from '../../protocol/published.ts';

/** A finished page with the policy hashes of the styles and scripts it carries. */
export interface HtmlPage {
  readonly html: string;
  /** `'sha256-…'` source expressions. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** A shell as it is: nothing rendered into it. */
export function shellPage(shell: string): HtmlPage {
  return withHashes(fill(shell, '', '', ''));
}

/** The welcome page inside the guest app's shell, with the data its script starts from. */
export function welcomePage(shell: string, page: WelcomePage, published: Published): HtmlPage {
  const data = `<script type="application/json" id="${welcomeDataId}">${embedPublished(published)}</script>`;
  const filled = fill(shell, page.headHtml, page.bodyHtml, data)
    .replace(/<html[^>]*>/, () => `<html lang="${escapeHtml(page.lang)}" dir="${page.dir}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(page.title)}</title>`);
  return withHashes(filled);
}

function fill(shell: string, head: string, body: string, end: string): string {
  return shell
    .replace('<!--foyer:head-->', () => head)
    .replace('<!--foyer:body-->', () => body)
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${end}</body>`);
}

export interface PlainWords {
  /** An address the words name: it can be followed. */
  readonly link?: string;
  readonly zh: { readonly title: string; readonly text: string };
  readonly en: { readonly title: string; readonly text: string };
}

const plainStyle = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;background:#faf7f2;color:#23302f;
font:1.0625rem/1.6 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}main{max-width:28rem;padding:2rem 1.5rem}
h1{font-size:1.375rem;margin:0 0 .5rem}section+section{margin-top:2rem}p{margin:0}a{color:inherit}
@media (prefers-color-scheme:dark){body{background:#12181a;color:#e8e4dc}}`;

/** A page of a few words in both languages, the reader's first, for when there is no hotel to speak for. */
export function plainPage({ link, zh, en }: PlainWords, first: 'zh' | 'en' = 'zh'): HtmlPage {
  const linked = (text: string) =>
    link === undefined ? text : text.replaceAll(link, () => `<a href="${link}">${link}</a>`);
  const section = (lang: string, { title, text }: PlainWords['zh']) =>
    `<section lang="${lang}"><h1>${escapeHtml(title)}</h1><p>${linked(escapeHtml(text))}</p></section>`;
  const inOrder = <Part>(chinese: Part, english: Part) => (first === 'zh' ? [chinese, english] : [english, chinese]);
  const titles = inOrder(zh.title, en.title).join(' · ');
  const sections = inOrder(section('zh-Hans', zh), section('en', en)).join('');
  return withHashes(
    `<!doctype html><html lang="${first === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escapeHtml(titles)}</title><style>${plainStyle}</style></head><body><main>${sections}</main></body></html>`,
  );
}

function withHashes(html: string): HtmlPage {
  // A script that says what it is comes from elsewhere or is data; the shell's own early one says nothing.
  return {
    html,
    styles: hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g),
    scripts: hashesOf(shellOf(html), earlyScript),
  };
}

const earlyScript = /<script>([\s\S]*?)<\/script>/g;

/** What comes before the page's own words: nothing a hotel or a guest wrote can be a script with a hash. */
function shellOf(html: string): string {
  return html.slice(0, html.indexOf('<body'));
}

function hashesOf(html: string, element: RegExp): string[] {
  const found = [...html.matchAll(element)].map(([, text = '']) => `'sha256-${hash('sha256', text, 'base64')}'`);
  return [...new Set(found)];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

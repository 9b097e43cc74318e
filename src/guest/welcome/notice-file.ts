import { saveFile } from '../phone/save-file.ts';

const style =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'section{margin:1.5rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0}p{white-space:pre-line}';

/** Saves the rules as a page of their own, readable anywhere and without us. */
export function noticeFile(window: Window, name: string, language: string, content: HTMLElement): void {
  const page = window.document.implementation.createHTMLDocument(name);
  page.documentElement.lang = language;
  const encoding = page.createElement('meta');
  encoding.setAttribute('charset', 'utf-8');
  page.head.prepend(encoding);
  const heading = page.createElement('h1');
  heading.textContent = name;
  page.body.append(heading, page.importNode(content, true));
  // As text: a style element made here would be held to this page's own policy.
  const html = `<!doctype html>\n${page.documentElement.outerHTML.replace('</head>', `<style>${style}</style></head>`)}`;
  saveFile(window, `${name}.html`, new Blob([html], { type: 'text/html' }));
}

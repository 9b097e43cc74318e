import type { FormWords } from './peers/form-words.ts';

// What a careful person would give a plain page by hand: a readable column, nothing else.
const css =
  'body{margin:0 auto;max-width:38em;padding:1em;font:17px/1.7 system-ui,sans-serif;color:#1e2a2d;background:#faf7f2}' +
  'fieldset{margin:1em 0}label{display:inline-block;min-height:44px;min-width:44px}';

/** The static page with the same words and the same choices: one file, no script. */
export function barePage({ lang, title, html }: FormWords): string {
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><style>${css}</style></head>`,
    `<body>${html}</body></html>`,
  ].join('\n');
}

// What Foyer's own welcome page says, taken from the page the server sends, so that every peer says the same.

import type { Browser } from '@playwright/test';

export interface FormWords {
  /** The page's language, title and body without scripts, styles, pictures and class names. */
  readonly lang: string;
  readonly title: string;
  readonly html: string;
  /** The body again, cut at its choices. */
  readonly blocks: readonly (Words | Choice)[];
  /** The details a guest with every yes is asked for. */
  readonly fields: readonly Field[];
}

interface Words {
  readonly html: string;
}

interface Choice {
  readonly name: string;
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'tel' | 'email' | 'date' | 'number';
}

const fields: readonly Field[] = [
  { name: 'name', label: '姓名', type: 'text' },
  { name: 'phone', label: '手机号', type: 'tel' },
  { name: 'email', label: '电子邮箱', type: 'email' },
  { name: 'checkIn', label: '入住日期', type: 'date' },
  { name: 'checkOut', label: '预计退房日期', type: 'date' },
  { name: 'partySize', label: '同住人数', type: 'number' },
];

/** Reads `url` with scripts off. */
export async function readFormWords(browser: Browser, url: string): Promise<FormWords> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    return { ...(await page.evaluate(readPage)), fields };
  } finally {
    await context.close();
  }
}

function readPage(): Omit<FormWords, 'fields'> {
  const body = document.body;
  for (const element of body.querySelectorAll('script, style, link, noscript, svg, img, template')) element.remove();
  for (const element of body.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (!['type', 'name', 'value', 'href', 'lang', 'open', 'hidden'].includes(name)) element.removeAttribute(name);
    }
  }
  const html = body.innerHTML;
  const blocks: FormWords['blocks'][number][] = [];
  const cut = document.createRange();
  cut.setStart(body, 0);
  const takeWords = () => {
    const holder = document.createElement('div');
    holder.append(cut.cloneContents());
    if (holder.innerText.trim() !== '') blocks.push({ html: holder.innerHTML });
  };
  for (const choice of body.querySelectorAll('fieldset')) {
    cut.setEndBefore(choice);
    takeWords();
    cut.setStartAfter(choice);
    const inputs = [...choice.querySelectorAll('input')];
    blocks.push({
      name: inputs[0]?.name ?? '',
      question: choice.querySelector('legend')?.innerText ?? '',
      options: inputs.map((input) => ({ value: input.value, label: input.closest('label')?.innerText ?? input.value })),
    });
  }
  cut.setEndAfter(body.lastChild ?? body);
  takeWords();
  return { lang: document.documentElement.lang, title: document.title, html, blocks };
}

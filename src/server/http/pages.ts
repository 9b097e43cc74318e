import { type Clock, propertyIdSchema } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { acceptedTags } from '../hotel/accepted-tags.ts';
import { chooseLanguage, type Hotels, isOpenable } from '../hotel/hotels.ts';
import { type HtmlPage, plainPage, type PlainWords, shellPage, welcomePage } from '../site/html-page.ts';
import { type Compressed, compressed, type Encoding } from '../site/compressed.ts';
import type { Site, SiteFile } from '../site/site.ts';
import type { App, AppContext } from './api.ts';
import type { Metrics } from './metrics.ts';
import { problemFrom, problemOf } from './problem.ts';
import { type Answer, problemAnswer, respond } from './respond.ts';
import { type Headers, securityHeaders } from './security-headers.ts';
import type { ServerLog } from './server-log.ts';

export interface PageParts {
  readonly site: Site;
  readonly hotels: Hotels;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: ServerLog;
}

interface ServedPage extends Compressed {
  readonly status: number;
  readonly headers: Headers;
}

const notFoundWords: PlainWords = {
  zh: { title: '没有找到这个页面', text: '请再扫一次酒店的二维码，或者到前台，我们帮您登记。' },
  en: {
    title: 'We can’t find this page',
    text: 'Please scan the hotel’s code again, or come to the desk and we will help you there.',
  },
};
const notAtDeskWords: PlainWords = {
  link: '/staff',
  zh: { title: '没有找到这个页面', text: '前台没有这个页面。请打开 /staff，登录后从上方的菜单进入。' },
  en: {
    title: 'We can’t find this page',
    text: 'The desk has no such page. Open /staff, sign in, and go on from the menu at the top.',
  },
};
const notReadyWords: PlainWords = {
  zh: {
    title: '这里还没有开始使用',
    text: '酒店设置完成之后，这个地址就可以使用。您是店主的话，请打开启动时显示的设置链接。',
  },
  en: {
    title: 'Not set up yet',
    text: 'This address will work once the hotel has been set up. If you are the owner, open the set-up link shown when the server started.',
  },
};
const startWords: PlainWords = {
  zh: { title: '请扫描酒店的二维码', text: '登记从酒店里的二维码开始。没有二维码时，请到前台。' },
  en: {
    title: 'Please scan the hotel’s code',
    text: 'Registration starts from the code shown in the hotel. If you have none, please come to the desk.',
  },
};

/** Most welcome pages kept: a few manifests in a few languages. */
const keptPages = 16;

/** The desk's own files; its threads stand under the policy of their script's answer. */
const isStaffs = /^\/(?:assets\/)?staff\//;

/** Everything that isn't the API: pages, and the build's files. Answers whatever is left. */
export function mountPages(app: App, parts: PageParts): void {
  const { site, hotels, publicUrl, clock } = parts;
  const serve = (page: HtmlPage, status = 200, staff = false): ServedPage => ({
    ...compressed(new TextEncoder().encode(page.html)),
    status,
    headers: securityHeaders(publicUrl, { staff, styles: page.styles, scripts: page.scripts }),
  });
  const guest = serve(shellPage(site.guestShell));
  const staff = serve(shellPage(site.staffShell), 200, true);
  const plain = (words: PlainWords, status: number) => {
    const [zh, en] = [serve(plainPage(words, 'zh'), status), serve(plainPage(words, 'en'), status)];
    return (c: AppContext) => (readsChinese(c) ? zh : en);
  };
  const missing = plain(notFoundWords, 404);
  const notAtDesk = plain(notAtDeskWords, 404);
  const notReady = plain(notReadyWords, 503);
  const start = plain(startWords, 200);
  const base = securityHeaders(publicUrl);
  const staffBase = securityHeaders(publicUrl, { staff: true });
  const welcomePages = new Map<string, ServedPage>();

  const welcome = async (c: AppContext): Promise<ServedPage> => {
    const property = c.req.param('property') ?? '';
    if ((await hotels.all()).length === 0) return notReady(c);
    if (!propertyIdSchema.safeParse(property).success) return missing(c);
    try {
      const hotel = await hotels.get(property);
      // The empty page asks, and says in the guest's own words why there is nothing to fill in.
      if (!isOpenable(hotel)) return guest;
      const { language, notice } = chooseLanguage(hotel, c.req.query('lang'), c.req.header('accept-language'));
      // What a temporary rule asks leaves the page with its last day.
      const now = clock();
      const key = `${hotel.current.hash} ${language} ${toDate(now)}`;
      const known = welcomePages.get(key);
      if (known !== undefined) return known;
      const { jws: manifest } = hotel.current;
      const languages = hotel.profile.languages.filter((offered) => hotel.current.notices.has(offered));
      const rendered = site.renderWelcome({ publicUrl, manifest, notice: notice.text, language, languages, now });
      const page = serve(welcomePage(site.guestShell, rendered, { manifest, language, notice: notice.text }));
      const oldest = welcomePages.keys().next();
      if (welcomePages.size >= keptPages && oldest.done !== true) welcomePages.delete(oldest.value);
      welcomePages.set(key, page);
      return page;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unknown_property') return missing(c);
      throw error;
    }
  };

  const page = (path: string, choose: (c: AppContext) => Promise<ServedPage> | ServedPage) => {
    app.all(path, async (c) => {
      const began = performance.now();
      const response = await pageResponse(c, choose).catch((error: unknown) => {
        parts.log.error(path, error);
        return respond(base, problemAnswer(problemFrom(error)));
      });
      parts.metrics.request(c.req.method, path, response.status);
      parts.log.request(c.req.method, path, response.status, performance.now() - began);
      return response;
    });
  };

  const pageResponse = async (c: AppContext, choose: (c: AppContext) => Promise<ServedPage> | ServedPage) => {
    const file = site.files.get(c.req.path);
    if (!isRead(c)) return respond(base, problemAnswer(problemOf('method_not_allowed'), { allow: 'GET, HEAD' }));
    if (file !== undefined) return respond(isStaffs.test(c.req.path) ? staffBase : base, await fileAnswer(c, file));
    const chosen = await choose(c);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'accept-encoding, accept-language',
    };
    return respond(chosen.headers, await encodedAnswer(c, chosen, chosen.status, headers));
  };

  page('/p/:property', welcome);
  page('/r', () => guest);
  page('/verify', () => guest);
  page('/index.html', () => guest);
  page('/staff/assets/*', notAtDesk);
  page('/staff', () => staff);
  page('/staff/*', (c) => (/^\/staff\/(?:index\.html|[\w-]*)$/.test(c.req.path) ? staff : notAtDesk(c)));
  page('/', async (c) => ((await hotels.all()).length === 0 ? notReady(c) : start(c)));
  page('*', missing);
}

/** Whoever names neither language reads Chinese first, as whoever names nothing. */
function readsChinese(c: AppContext): boolean {
  const first = acceptedTags(c.req.header('accept-language') ?? '').find((tag) => /^(?:zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first);
}

function isRead(c: AppContext): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

async function fileAnswer(c: AppContext, file: SiteFile): Promise<Answer> {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  };
  if (c.req.header('if-none-match') === file.etag) return { status: 304, headers, body: null };
  return encodedAnswer(c, file, 200, headers);
}

async function encodedAnswer(c: AppContext, body: Compressed, status: number, headers: Headers): Promise<Answer> {
  for (const encoding of ['br', 'gzip'] as const) {
    const encoded = accepts(c, encoding) ? body.encoded(encoding) : null;
    if (encoded !== null) return { status, headers: { ...headers, 'content-encoding': encoding }, body: await encoded };
  }
  return { status, headers, body: body.identity };
}

function accepts(c: AppContext, encoding: Encoding): boolean {
  const offered = (c.req.header('accept-encoding') ?? '').split(',').map((part) => part.trim().toLowerCase());
  return offered.some((part) => part === encoding || (part.startsWith(`${encoding};`) && !/q=0(?:\.0*)?$/.test(part)));
}

import { renderToString } from 'react-dom/server';
import { noticeAt } from '../protocol/asked-now.ts';
import type { Language } from '../protocol/languages.ts';
import { parseNotice } from '../protocol/notice.ts';
import type { RenderWelcome } from '../protocol/welcome-page.ts';
import { guestCatalogue as en } from '../ui/messages/en/guest-catalogue.ts';
import { textDirection } from '../ui/messages/language.ts';
import type { GuestCatalogue } from '../ui/messages/messages.ts';
import { guestCatalogue as zhHans } from '../ui/messages/zh-hans/guest-catalogue.ts';
import { ArrivalApp } from './app/arrival-app.tsx';

const catalogues: Readonly<Record<Language, GuestCatalogue>> = { 'zh-Hans': zhHans, en };

/** Renders what a guest reads before any script runs; the phone hydrates exactly this. */
export const renderWelcome: RenderWelcome = ({ manifest, notice, language, now }) => {
  const read = noticeAt(parseNotice(notice), now);
  const { property, controller } = read;
  const catalogue = catalogues[language];
  return {
    lang: language,
    dir: textDirection(language),
    title: catalogue.guest.title(controller.name),
    headHtml: '',
    bodyHtml: renderToString(
      <ArrivalApp
        property={property}
        published={{ manifest, notice, language }}
        notice={read}
        words={{ language, catalogue }}
        fragment={null}
        device={null}
      />,
    ),
  };
};

import type { Language } from '../languages.ts';
import { en } from './en.ts';
import type { NoticeTexts } from './notice-texts.ts';
import { zhHans } from './zh-hans.ts';

/** The notice's words, one complete set for each language the product speaks. */
export const noticeTextsIn: Readonly<Record<Language, NoticeTexts>> = { 'zh-Hans': zhHans, en };

import type { Language } from '../../src/protocol/languages.ts';

/** Phone upright, tablet upright, tablet lying. Pixels. */
export const sizes = [
  { width: 375, height: 812 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
] as const;

/** A4 at the 96 pixels to the inch of style sheets. */
export const paper = { width: 794, height: 1123 } as const;

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const locales: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', en: 'en-GB' };

export interface Picture {
  /** Of the screen and its state, such as `guest-welcome`. */
  readonly name: string;
  /** Width in pixels, or `a4`. */
  readonly size: string;
  readonly language: Language;
  readonly theme: Theme;
}

/** `guest-welcome.375.zh-Hans.light.png`: the same in every run. */
export function fileNameOf({ name, size, language, theme }: Picture): string {
  return `${name}.${size}.${language}.${theme}.png`;
}

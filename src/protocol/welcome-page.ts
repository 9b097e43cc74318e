import * as z from 'zod/mini';
import type { Language } from './languages.ts';

/**
 * The contract between the server and the welcome page's artefact, `dist/welcome/welcome-server.js`, which exports `renderWelcome`.
 * The server's source knows nothing of the page; `main.ts` loads the artefact and hands it in.
 */
export interface WelcomeInput {
  /** The product's own address, without a trailing slash. */
  readonly publicUrl: string;
  /** The current manifest's exact JWS text. */
  readonly manifest: string;
  /** The notice's exact text in `language`, as the manifest hashes it. */
  readonly notice: string;
  readonly language: Language;
  /** Languages the notice exists in, in the owner's order; the page links to each as `?lang=<tag>`. */
  readonly languages: readonly Language[];
  /** Milliseconds: what isn't asked any more then isn't on the page. */
  readonly now: number;
}

/**
 * What goes into the built index.html: `lang` and `dir` onto `<html>`, `title` into `<title>` (escaped by the server),
 * `headHtml` for `<!--foyer:head-->` and `bodyHtml` for `<!--foyer:body-->` (both trusted as they are; `<style>` is allowed there, its
 * hash goes into the policy; scripts are not).
 * The server itself adds `welcomeDataId` below, before `</body>`.
 */
export const welcomePageSchema = z.object({
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  title: z.string(),
  headHtml: z.string(),
  bodyHtml: z.string(),
});
export type WelcomePage = z.infer<typeof welcomePageSchema>;

export type RenderWelcome = (input: WelcomeInput) => WelcomePage;

/**
 * Id of the `<script type="application/json">` that holds what hydration needs, written by `embedPublished`.
 */
export const welcomeDataId = 'foyer-data';

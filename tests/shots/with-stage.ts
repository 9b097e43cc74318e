import { type Browser, chromium } from '@playwright/test';
import { type Language, languages } from '../../src/protocol/languages.ts';
import { ensureBrowser, launchArguments } from '../tools/ensure-browser.ts';
import { cameraArguments, filmOf } from '../support/camera-film.ts';
import { buildStage, type Stage } from './stage.ts';
import { locales } from './variants.ts';

export interface Theatre {
  readonly stage: Stage;
  readonly browsers: Readonly<Record<Language, Browser>>;
}

/** Guests of the hotel that has many: a few seconds' work. */
export const usualMany = 3000;

/** Runs `use` with a browser for each language and a stage, and ends both after it, also when told to stop. */
export async function withStage<Value>(use: (theatre: Theatre) => Promise<Value>, many = usualMany): Promise<Value> {
  const films = { 'zh-Hans': filmOf('shots-zh'), en: filmOf('shots-en') };
  const executablePath = ensureBrowser(console.log);
  const launch = (language: Language) =>
    chromium.launch({
      executablePath,
      // Its end is told here, after the servers'.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Native date fields speak the browser's language, not the page's. The name stands for a page that is opened insecurely.
      args: [
        ...launchArguments(),
        ...cameraArguments(films[language], 'allow'),
        `--lang=${locales[language]}`,
        '--host-resolver-rules=MAP foyer.test 127.0.0.1',
      ],
      env: { ...process.env, LANGUAGE: locales[language].replace('-', '_') },
    });
  const browsers = { 'zh-Hans': await launch('zh-Hans'), en: await launch('en') };
  const stage = buildStage(browsers, films, many);
  const end = async () => {
    await stage.strike();
    for (const language of languages) await browsers[language].close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void end().finally(() => process.exit(1)));
  }
  try {
    return await use({ stage, browsers });
  } finally {
    await end();
  }
}

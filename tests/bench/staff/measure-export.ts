import { stat } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import type { Figure, Setting } from '../benchmark.ts';
import { round } from '../statistics.ts';
import { type DeskAt, newTablet, openDesk, recordOf, untilRead } from './measure-list.ts';

const formats = ['xlsx', 'csv'] as const;

/** Everybody's contacts for emergencies as a file, in both formats, at a tablet that has read its list. */
export async function measureExport({ say }: Setting, browser: Browser, desk: DeskAt): Promise<Figure[]> {
  const tablet = await newTablet(browser);
  const page = await openDesk(tablet, desk);
  await untilRead(page, desk);
  await page.locator('.place-tabs [data-place=records]').click();
  const taken = [];
  for (const format of formats) taken.push(await exportOne(page, format, say));
  await tablet.close();
  const [sheet, text] = taken;
  if (sheet === undefined || text === undefined) throw new Error('two files were to be made');
  return [
    {
      name: 'staff.export_stall_ms',
      value: round(Math.max(sheet.stall, text.stall), 1),
      unit: 'ms',
      goal: '<= 50',
      baseline: {
        'guests in a file': sheet.guests,
        'as XLSX, s': round(sheet.time / 1000, 1),
        'as CSV, s': round(text.time / 1000, 1),
        'XLSX, kB': round(sheet.bytes / 1000, 0),
        'CSV, kB': round(text.bytes / 1000, 0),
        registrations: desk.count,
      },
    },
  ];
}

async function exportOne(page: Page, format: (typeof formats)[number], say: Setting['say']) {
  const form = page.locator('.records-place form');
  await form.locator('select[name=purpose]').selectOption('emergency');
  await form.locator('select[name=reason]').selectOption('emergency');
  await form.locator('select[name=format]').selectOption(format);
  await page.evaluate(() => {
    if (window.benchDesk !== undefined) window.benchDesk.stall = 0;
  });
  const begun = performance.now();
  const saving = page.waitForEvent('download', { timeout: 1_200_000 });
  await form.locator('button[type=submit]').click();
  const download = await saving;
  await page.locator('.records-place .state-note--done').waitFor();
  const time = performance.now() - begun;
  const { stall } = await recordOf(page);
  const { size: bytes } = await stat(await download.path());
  const words = await page.locator('.records-place .state-note--done .state-note__word').innerText();
  const guests = Number(words.replaceAll(/\D/g, ''));
  say(`${format}: ${guests} guests, ${bytes} bytes in ${time.toFixed(0)} ms, longest stall ${stall.toFixed(1)} ms`);
  return { time, stall, bytes, guests };
}

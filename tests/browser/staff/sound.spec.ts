import { expect, test } from './staff-test.ts';

declare global {
  interface Window {
    soundsOfTest?: { readonly contexts: AudioContext[]; notes: number };
  }
}

test('a new guest is heard as two notes, the device’s sound rests before and after, and turned off nothing is heard', async ({
  desk,
  arrives,
  page,
}) => {
  await page.addInitScript(() => {
    const sounds: { readonly contexts: AudioContext[]; notes: number } = { contexts: [], notes: 0 };
    window.soundsOfTest = sounds;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        sounds.contexts.push(this);
      }
      override createOscillator() {
        sounds.notes += 1;
        return super.createOscillator();
      }
    };
  });
  const heard = () =>
    page.evaluate(() => ({
      states: window.soundsOfTest?.contexts.map(({ state }) => state),
      notes: window.soundsOfTest?.notes,
    }));
  await desk.signIn();
  await desk.expectLive();
  await expect.poll(heard).toEqual({ states: ['suspended'], notes: 0 });
  const first = await arrives();
  await expect(desk.row(first.registration)).toBeVisible();
  await expect.poll(heard).toEqual({ states: ['running'], notes: 2 });
  await expect.poll(heard).toEqual({ states: ['suspended'], notes: 2 });

  const { shell } = desk.words.staff;
  await desk.press(shell.menu);
  await desk.press(shell.soundOff);
  await page.keyboard.press('Escape');
  const second = await arrives();
  await expect(desk.row(second.registration)).toBeVisible();
  expect(await heard()).toEqual({ states: ['suspended'], notes: 2 });
});

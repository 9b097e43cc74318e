import { expect, test } from './staff-test.ts';

declare global {
  interface Window {
    soundOfTest?: { context: AudioContext | null; notes: number };
  }
}

test('a new guest is heard as two notes, the device’s sound rests before and after, and turned off nothing is heard', async ({
  desk,
  arrives,
  page,
}) => {
  await page.addInitScript(() => {
    const sound: { context: AudioContext | null; notes: number } = { context: null, notes: 0 };
    window.soundOfTest = sound;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        sound.context = this;
      }
      override createOscillator() {
        sound.notes += 1;
        return super.createOscillator();
      }
    };
  });
  const heard = () => page.evaluate(() => [window.soundOfTest?.context?.state, window.soundOfTest?.notes]);
  const { shell } = desk.words.staff;
  const turn = async (name: string) => {
    await desk.press(shell.menu);
    await desk.press(name);
    await page.keyboard.press('Escape');
  };
  await desk.signIn();
  await desk.expectLive();
  await expect.poll(heard).toEqual(['suspended', 0]);
  const first = await arrives();
  await expect(desk.row(first.registration)).toBeVisible();
  await expect.poll(heard).toEqual(['suspended', 2]);

  await turn(shell.soundOff);
  const second = await arrives();
  await expect(desk.row(second.registration)).toBeVisible();
  await turn(shell.soundOn);
  const third = await arrives();
  await expect(desk.row(third.registration)).toBeVisible();
  await expect.poll(heard).toEqual(['suspended', 4]);
});

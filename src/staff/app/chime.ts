/**
 * Two soft notes, drawn by the browser: no file. Silent where a browser has no sound or hasn't allowed it yet. The device's sound runs
 * only while they do: it costs a tablet its battery.
 */
export function createChime(makeContext: () => AudioContext): {
  /** Asks for sound; a browser allows it where somebody has just touched the page. */
  readonly allow: () => void;
  readonly play: () => void;
} {
  let context: AudioContext | null = null;
  let isAllowed = false;
  let playing = 0;
  const rest = (sound: AudioContext) => {
    if (playing === 0) sound.suspend().catch(() => undefined);
  };
  return {
    allow: () => {
      try {
        const sound = (context ??= makeContext());
        if (isAllowed) return;
        const allowed = () => {
          isAllowed = true;
          rest(sound);
        };
        sound
          .resume()
          .then(allowed)
          .catch(() => undefined);
      } catch {
        context = null;
      }
    },
    play: () => {
      const sound = context;
      if (sound === null || !isAllowed) return;
      playing += 1;
      const ring = () => {
        note(sound, 659.3, 0);
        const last = note(sound, 880, 0.16);
        last.addEventListener('ended', () => {
          playing -= 1;
          rest(sound);
        });
      };
      sound
        .resume()
        .then(ring)
        .catch(() => {
          playing -= 1;
        });
    },
  };
}

function note(context: AudioContext, frequency: number, delay: number): OscillatorNode {
  const start = context.currentTime + delay;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.08, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0005, start + 0.7);
  tone.connect(loudness).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.75);
  return tone;
}

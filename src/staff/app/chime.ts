/** Two soft notes, drawn by the browser: no file. Silent where a browser has no sound or hasn't allowed it yet. */
export function createChime(makeContext: () => AudioContext): {
  readonly allow: () => void;
  readonly play: () => void;
} {
  let context: AudioContext | null = null;
  return {
    allow: () => {
      try {
        context ??= makeContext();
        void context.resume();
      } catch {
        context = null;
      }
    },
    play: () => {
      if (context?.state !== 'running') return;
      note(context, 659.3, 0);
      note(context, 880, 0.16);
    },
  };
}

function note(context: AudioContext, frequency: number, delay: number): void {
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
}

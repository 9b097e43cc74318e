import { stretchPassphrase, type StretchInput } from '../../crypto/passphrase.ts';

addEventListener('message', ({ data }: MessageEvent<StretchInput>) => {
  // Whoever started this does it themselves where it can't be done here.
  stretchPassphrase(data).then(
    (bytes) => postMessage(bytes),
    () => postMessage(null),
  );
});

import { type Notice, parseNotice } from '../../protocol/notice.ts';
import { useEffect, useState } from 'react';
import type { Published } from '../../protocol/published.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { MessagesProvider } from '../../ui/messages/messages-provider.tsx';
import { KeptOr } from '../outbox/kept-here.tsx';
import type { Device } from '../phone/device.ts';
import { parsePosterFragment } from '../registration/poster-fragment.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';
import { ArrivalApp } from './arrival-app.tsx';
import { applyWords, type Words } from './words.ts';

interface ArrivalFetchedProps {
  readonly property: string;
  readonly words: Words;
  readonly device: Device;
}

interface Fetched {
  readonly published: Published;
  readonly notice: Notice;
}

/** The arrival where the page came without its notice: from the phone's own cache, or an address nobody serves. */
export function ArrivalFetched({ property, words, device }: ArrivalFetchedProps) {
  const [fetched, setFetched] = useState<Fetched | AnyProblem | null>(property === '' ? 'not_found' : null);
  const { language, catalogue } = words;
  useEffect(() => {
    if (property === '') return;
    device.api
      .property(property, language, device.window.location.hash)
      .then((published) => setFetched({ published, notice: parseNotice(published.notice) }))
      .catch((error: unknown) => setFetched(error instanceof Refusal ? error.code : 'internal'));
  }, [device, property, language]);
  useEffect(() => {
    applyWords(device.window.document, language, device.window.document.title);
  }, [device, language]);

  if (fetched === null || typeof fetched === 'string') {
    return (
      <MessagesProvider language={language} catalogue={catalogue}>
        {/* What the phone keeps needs nobody's answer. */}
        <KeptOr device={device} property={property === '' ? null : property}>
          {fetched === null ? (
            <Screen>
              <ProgressNote>{catalogue.common.loading}</ProgressNote>
            </Screen>
          ) : (
            <RefusalScreen problem={fetched} window={device.window} />
          )}
        </KeptOr>
      </MessagesProvider>
    );
  }
  const fragment = parsePosterFragment(device.window.location.hash);
  return (
    <ArrivalApp
      property={property}
      published={fetched.published}
      notice={fetched.notice}
      words={words}
      fragment={fragment}
      device={device}
    />
  );
}

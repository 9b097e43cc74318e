import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { AssistedVisit } from '../../protocol/assisted-address.ts';
import type { Published } from '../../protocol/published.ts';
import { parseNotice } from '../../protocol/notice.ts';
import { pages } from '../../protocol/pages.ts';
import { loadAssistedMessages } from '../../ui/messages/load-assisted-messages.ts';
import { loadGuestCatalogue } from '../../ui/messages/load-guest-catalogue.ts';
import { ArrivalApp } from '../app/arrival-app.tsx';
import { ArrivalFetched } from '../app/arrival-fetched.tsx';
import { PageFrame } from '../app/page-frame.tsx';
import type { Words } from '../app/words.ts';
import type { Device } from '../phone/device.ts';
import { parsePosterFragment } from '../registration/poster-fragment.ts';
import { AssistedApp } from './assisted-app.tsx';
import { EnterCodeScreen } from './enter-code-screen.tsx';
import { endVisit } from './end-visit.ts';
import { forgetfulDevice } from './forgetful-device.ts';

interface AssistedStart {
  readonly container: HTMLElement;
  /** Of the tablet, with a memory; the visit gets one without. */
  readonly device: Device;
  readonly visit: AssistedVisit;
  readonly words: Words;
  /** What the page came with; null where it came without. */
  readonly published: Published | null;
}

/** Begins a guest's visit on the hotel's tablet, in a page that knows of no other. */
export async function startAssisted({ container, device, visit, words, published }: AssistedStart): Promise<void> {
  const { window } = device;
  const said = await loadAssistedMessages();
  const root = createRoot(container);
  const clear = () => {
    root.unmount();
    window.document.body.replaceChildren();
  };
  const { end } = endVisit(window, pages.staff(visit.property), clear);
  const forgetful = forgetfulDevice(device);
  root.render(
    <AssistedApp device={forgetful} said={said} end={end}>
      {firstScreen(forgetful, visit, words, published)}
    </AssistedApp>,
  );
}

function firstScreen(device: Device, visit: AssistedVisit, words: Words, published: Published | null): ReactNode {
  const { property } = visit;
  if (visit.kind === 'return') {
    return (
      <PageFrame words={words} device={device} load={loadGuestCatalogue} title={(guest) => guest.registration.title}>
        {(top) => <EnterCodeScreen top={top} />}
      </PageFrame>
    );
  }
  if (published === null) return <ArrivalFetched property={property} words={words} device={device} />;
  return (
    <ArrivalApp
      property={property}
      published={published}
      notice={parseNotice(published.notice)}
      words={words}
      fragment={parsePosterFragment(device.window.location.hash)}
      device={device}
    />
  );
}

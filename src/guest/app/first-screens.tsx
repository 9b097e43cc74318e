import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { MessagesProvider } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { parsePosterFragment } from '../registration/poster-fragment.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';
import { ArrivalApp, type ArrivalAppProps } from './arrival-app.tsx';
import { makeTurns, Turns } from './in-turn.tsx';
import { loadArrivalFetched, loadMyRegistrationPage, loadVerifyPage } from './load-parts.ts';
import type { Words } from './words.ts';

/** Brings the page the server drew to life, part by part. */
export function reviveWelcome(
  container: HTMLElement,
  props: Omit<ArrivalAppProps, 'fragment' | 'device'> & { readonly device: Device },
): void {
  const { device } = props;
  const task = () => new Promise<void>((resolve) => device.later(0, resolve));
  hydrateRoot(
    container,
    <Turns value={makeTurns(3, task)}>
      <ArrivalApp {...props} fragment={parsePosterFragment(device.window.location.hash)} />
    </Turns>,
  );
}

/** A phone gives no cryptography to a page that came over an open line. */
export function showInsecurePage(container: HTMLElement, words: Words): void {
  show(
    container,
    <MessagesProvider {...words}>
      <RefusalScreen problem="insecure_page" window={null} />
    </MessagesProvider>,
  );
}

// The pages that come as an empty shell.

interface Shown {
  readonly device: Device;
  readonly words: Words;
}

export async function showMyRegistration(
  container: HTMLElement,
  shown: Shown & { readonly secret: string | null },
): Promise<void> {
  const { MyRegistrationPage } = await loadMyRegistrationPage();
  show(container, <MyRegistrationPage {...shown} />);
}

export async function showVerify(container: HTMLElement, shown: Shown): Promise<void> {
  const { VerifyPage } = await loadVerifyPage();
  show(container, <VerifyPage {...shown} />);
}

export async function showFetchedArrival(
  container: HTMLElement,
  shown: Shown & { readonly property: string },
): Promise<void> {
  const { ArrivalFetched } = await loadArrivalFetched();
  show(container, <ArrivalFetched {...shown} />);
}

function show(container: HTMLElement, page: ReactNode): void {
  createRoot(container).render(page);
}

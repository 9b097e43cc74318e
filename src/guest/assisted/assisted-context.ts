import { type ComponentType, createContext, useContext } from 'react';

/** How the registration on the screen stands; it decides what giving the tablet back means. */
export type Standing = 'typing' | 'waiting' | 'received' | 'later';

export interface HandOverProps {
  readonly hotel: string;
  /** The arrival code. */
  readonly code: string;
  /** The guest's own link, with the secret. */
  readonly link: string;
  readonly fingerprint: Uint8Array;
  readonly stay: { readonly checkIn: string; readonly checkOut: string } | null;
}

/** The hotel's tablet in a guest's hands. Its parts come with it, so that no phone fetches them. */
export interface Assisted {
  readonly report: (standing: Standing) => void;
  /** Asks whether to end, or what to do with what hasn't gone out. */
  readonly giveBack: () => void;
  /** Goes on to the guest's registration without an address that could be found later. Rejects without a connection. */
  readonly openMine: (secret: string) => Promise<void>;
  /** Back to where a code is typed. */
  readonly again: () => void;
  readonly Top: ComponentType;
  readonly HandOver: ComponentType<HandOverProps>;
  readonly DoneButton: ComponentType;
  /** In the place of words about a phone. */
  readonly WaitingWords: ComponentType;
}

export const AssistedContext = createContext<Assisted | null>(null);

/** Null on a guest's own device. */
export function useAssisted(): Assisted | null {
  return useContext(AssistedContext);
}

import { createContext, useContext } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { AssistedMessages } from '../../ui/messages/en/assisted.ts';
import { useLanguage } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import type { Standing } from './assisted-context.ts';

/** What stands over the guest's screens just now. */
export type Question =
  | { readonly kind: 'end'; readonly standing: Standing }
  | { readonly kind: 'idle'; readonly wipesAt: number }
  /** Nobody was there when the time was up, and the registration hadn't gone out. */
  | { readonly kind: 'stranded' };

export interface AssistedSession {
  readonly device: Device;
  readonly said: ReadonlyMap<Language, AssistedMessages>;
  readonly question: Question | null;
  /** Whether the screens are those of a registration that exists. */
  readonly atMine: boolean;
  readonly giveBack: () => void;
  readonly openMine: (secret: string) => Promise<void>;
  /** Back to the guest's screens. */
  readonly stay: () => void;
  readonly wipe: () => void;
}

export const AssistedSessionContext = createContext<AssistedSession | null>(null);

export function useAssistedSession(): AssistedSession {
  const session = useContext(AssistedSessionContext);
  if (session === null) throw new Error('there is no assisted session above');
  return session;
}

export function useAssistedWords(): AssistedMessages {
  const language = useLanguage();
  const words = useAssistedSession().said.get(language);
  if (words === undefined) throw new Error(`the assisted messages are not loaded in ${language}`);
  return words;
}

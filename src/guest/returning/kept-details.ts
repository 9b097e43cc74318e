import * as z from 'zod/mini';
import type { RandomBytes } from '../../protocol/ids.ts';
import { parsePayload, payloadBytes } from '../../pii/canonical-bytes.ts';
import { emailSchema, type GuestDetails, identityPersonSchema, nameSchema, phoneSchema } from '../../pii/details.ts';
import { answer, deviceStore, type DeviceStoreTools } from '../phone/device-store.ts';
import { keptPlace } from './anything-kept.ts';

/** What a guest may keep for next time: who they are and how to be reached. No stay, no choice, nobody else. */
export const keptDetailsSchema = z.object({
  name: nameSchema,
  phone: z.nullable(phoneSchema),
  email: z.nullable(emailSchema),
  person: z.nullable(identityPersonSchema),
});
export type KeptDetails = z.infer<typeof keptDetailsSchema>;

/** A guest's details on their own phone. Works at any hotel of this site; no hotel knows of it. */
export interface KeptDetailsStore {
  /** Null where nothing is kept, and where the browser keeps nothing. */
  recall(): Promise<KeptDetails | null>;
  /** False where the browser doesn't let us. */
  keep(details: KeptDetails): Promise<boolean>;
  /** Key and details are gone when this resolves with true. */
  forget(): Promise<boolean>;
}

const place = 'details';
const ivLength = 12;
const keptSchema = z.object({
  key: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
  iv: z.instanceof(Uint8Array),
  sealed: z.instanceof(ArrayBuffer),
});

/** Details as they may be kept. */
export function keptOf({ name, phone, email, people }: GuestDetails): KeptDetails {
  return { name, phone, email, person: people[0] ?? null };
}

/**
 * Keeps details in IndexedDB, encrypted (AES-256-GCM) under a key made here, which the browser hands to nobody: no script can read it
 * out. Each keeping makes a new key. Nothing readable ever reaches the disk, so nothing readable is left when it is forgotten.
 */
export function keptDetailsStore(tools: DeviceStoreTools & { readonly random: RandomBytes }): KeptDetailsStore {
  const within = deviceStore(...keptPlace, tools);
  const { subtle } = globalThis.crypto;
  return {
    recall: async () => {
      const kept = keptSchema.safeParse(await within((store) => answer<unknown>(store.get(place)), null));
      if (!kept.success) return null;
      const { key, iv, sealed } = kept.data;
      try {
        const opened = await subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(iv) }, key, sealed);
        return parsePayload(keptDetailsSchema, new Uint8Array(opened));
      } catch {
        // From an earlier release or damaged: as good as none.
        return null;
      }
    },
    keep: async (details) => {
      const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const iv = new Uint8Array(tools.random(ivLength));
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, payloadBytes(keptDetailsSchema.parse(details)));
      return within(async (store) => {
        await answer(store.put({ key, iv, sealed }, place));
        return true;
      }, false);
    },
    forget: () =>
      within(async (store) => {
        await answer(store.clear());
        return true;
      }, false),
  };
}

// A guest's phone without a screen: the guest app's own code against a real server, with a hotel whose keys are real.

import { verifyConsent } from '../../src/crypto/consent.ts';
import { deriveGuestKeys, type GuestKeys } from '../../src/crypto/guest-secret.ts';
import { keyPairOfJwk } from '../../src/crypto/key-pair.ts';
import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { openSelfCopy } from '../../src/crypto/self-copy.ts';
import { digest } from '../../src/crypto/sha256.ts';
import { verifyManifest } from '../../src/crypto/verify-manifest.ts';
import { verifyReceipt, type VerifiedReceipt } from '../../src/crypto/verify-receipt.ts';
import { sampleProfile } from '../../src/demo/sample-profile.ts';
import { type Hotel, setUpHotel } from '../../src/demo/set-up-hotel.ts';
import { composeChange, type ActBasis, type SealedAct } from '../../src/guest/registration/compose-change.ts';
import { composeDeletion } from '../../src/guest/registration/compose-deletion.ts';
import { composeSubmission, type SealedSubmission } from '../../src/guest/registration/compose-submission.ts';
import { createGuestApi, type GuestApi } from '../../src/guest/registration/guest-api.ts';
import { sendAct, type SentAct } from '../../src/guest/registration/send-act.ts';
import { sendSubmission } from '../../src/guest/registration/send-submission.ts';
import { knownSizes, type VerifiedLog, verifyLog } from '../../src/guest/registration/verify-log.ts';
import { parsePayload } from '../../src/pii/canonical-bytes.ts';
import type { GuestDetails } from '../../src/pii/details.ts';
import { type SelfPayload, selfPayloadSchema } from '../../src/pii/payloads.ts';
import type { GuestView } from '../../src/protocol/api.ts';
import type { ConsentEvent } from '../../src/protocol/consent-event.ts';
import type { SignedManifest } from '../../src/protocol/manifest.ts';
import type { ProvenReceipt } from '../../src/protocol/receipt.ts';
import { standingDecisions } from '../../src/protocol/consent-state.ts';
import { parseNotice } from '../../src/protocol/notice.ts';
import { registrationChangeSchema } from '../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../src/protocol/submission.ts';
import type { PropertyProfile } from '../../src/protocol/property-profile.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import { pages } from '../../src/protocol/pages.ts';
import { passphrases, quickParameters } from './make-hotel.ts';
import type { TestServer } from './test-server.ts';

/** Sets a hotel with real keys up on an empty test server, by the server's clock. */
export async function realHotel(server: TestServer, changes: Partial<PropertyProfile> = {}): Promise<Hotel> {
  return setUpHotel({
    origin: server.url,
    setupToken: server.server.setupLink?.split(`${pages.setup}#`)[1] ?? '',
    profile: { ...sampleProfile, ...changes },
    passphrases,
    fetch,
    clock: () => server.clock.now,
    random: randomBytes,
    parameters: quickParameters,
  });
}

export const sampleDetails: GuestDetails = {
  name: '林 小 满',
  phone: '+8613800138000',
  email: null,
  checkIn: '2026-11-21',
  checkOut: '2026-11-23',
  partySize: 2,
  people: [],
  minors: [],
};

export const samplePerson = {
  name: '林 小 满',
  nationality: 'CN',
  documentKind: 'passport',
  documentNumber: 'E12345678',
  birthDate: '1990-05-04',
} as const;

/** A registration as the phone has just opened and checked it. */
export interface OpenedByPhone {
  readonly view: GuestView;
  readonly own: SelfPayload | null;
  readonly events: readonly ConsentEvent[];
  readonly receipts: readonly VerifiedReceipt[];
  readonly last: { readonly number: number; readonly hash: string };
}

export interface Wish {
  readonly give?: readonly PurposeId[];
  readonly takeBack?: readonly PurposeId[];
  readonly details?: GuestDetails;
}

export class GuestPhone {
  readonly api: GuestApi;
  readonly sealed: SealedSubmission;
  readonly #keys: GuestKeys;
  readonly #hotel: Hotel;
  readonly #clock: { readonly now: number };
  /** What was verified once and came again byte for byte. */
  readonly #receipts = new Map<string, Promise<VerifiedReceipt>>();
  readonly #manifests = new Map<string, Promise<SignedManifest>>();
  /** The checkpoint seen last. */
  remembered: string | null = null;

  private constructor(
    api: GuestApi,
    sealed: SealedSubmission,
    keys: GuestKeys,
    hotel: Hotel,
    clock: { readonly now: number },
  ) {
    this.api = api;
    this.sealed = sealed;
    this.#keys = keys;
    this.#hotel = hotel;
    this.#clock = clock;
  }

  /** Registers, and takes nothing on trust. */
  static async register(
    server: { readonly url: string; readonly clock: { readonly now: number }; readonly fetch?: typeof fetch },
    hotel: Hotel,
    yes: readonly PurposeId[],
    details = sampleDetails,
  ): Promise<GuestPhone> {
    const api = createGuestApi({ fetch: server.fetch ?? fetch, origin: server.url });
    const now = server.clock.now;
    const sealed = await composeSubmission({
      signedManifest: hotel.manifest,
      choices: {
        answers: Object.fromEntries(yes.map((id) => [id, 'yes' as const])),
        identity: details.people.length > 0 ? 'here' : 'desk',
        temporary: details.temporary === undefined ? 'desk' : 'here',
      },
      details,
      channel: 'room',
      language: 'en',
      shownAt: now,
      now,
      random: randomBytes,
    });
    await sendSubmission(api, sealed, { signed: hotel.manifest, notice: parseNotice(hotel.notices.en ?? '') });
    return new GuestPhone(api, sealed, await deriveGuestKeys(sealed.secret), hotel, server.clock);
  }

  get registration(): string {
    return this.sealed.registration;
  }

  /** `tamper` stands for a server that answers something else. */
  async open(tamper: (view: GuestView) => GuestView = (view) => view): Promise<OpenedByPhone> {
    const view = tamper(await this.api.view(this.#keys));
    const receipts = await Promise.all(view.receipts.map((proven) => this.#verified(proven)));
    const hash = await digest(view.consent);
    const context = { property: view.property, registration: view.registration, consent: hash };
    const bytes = view.self === null ? null : await openSelfCopy(context, this.#keys.selfKey, view.self);
    const own = bytes === null ? null : parsePayload(selfPayloadSchema, bytes);
    const { signer } = submissionSchema.parse(JSON.parse(this.sealed.body));
    const key = own === null ? Buffer.from(signer, 'base64url') : keyPairOfJwk(own.signingKey).publicKey;
    const events = await Promise.all(view.events.map((jws) => verifyConsent(jws, new Uint8Array(key))));
    return { view, own, events, receipts, last: { number: events.length, hash } };
  }

  /** Seals a change on top of what was opened. */
  async compose(opened: OpenedByPhone, { give = [], takeBack = [], details }: Wish): Promise<SealedAct> {
    const published = await this.api.property(this.#hotel.property, 'en');
    const signedManifest = await this.#believed(published.manifest);
    return composeChange({
      basis: this.#basis(opened),
      decisions: standingDecisions(opened.events),
      held: opened.view.purposes.filter(({ state }) => state === 'held').map(({ purpose }) => purpose),
      signedManifest,
      language: 'en',
      shownAt: this.#clock.now,
      give,
      takeBack,
      details: details ?? null,
      now: this.#clock.now,
      random: randomBytes,
    });
  }

  composeDeletion(opened: OpenedByPhone): Promise<SealedAct> {
    const { notice } = opened.events.at(-1) ?? {};
    if (notice === undefined) throw new TypeError('a registration without an event');
    return composeDeletion({ basis: this.#basis(opened), notice, now: this.#clock.now });
  }

  async send(opened: OpenedByPhone, act: SealedAct): Promise<SentAct> {
    const sent = await sendAct(this.api, act, {
      fingerprint: this.#hotel.fingerprint,
      previous: opened.view.receipt,
    });
    this.#receipts.set(bytesOf(sent.proven), Promise.resolve(sent.verified));
    return sent;
  }

  /** Opens, seals and sends. */
  async change(wish: Wish): Promise<SentAct> {
    const opened = await this.open();
    return this.send(opened, await this.compose(opened, wish));
  }

  async delete(): Promise<SentAct> {
    const opened = await this.open();
    return this.send(opened, await this.composeDeletion(opened));
  }

  /** Looks at the log and remembers it. */
  async log(opened?: OpenedByPhone): Promise<VerifiedLog> {
    const { view, receipts } = opened ?? (await this.open());
    const manifest = receipts.at(-1)?.manifest.manifest;
    if (manifest === undefined) throw new TypeError('a registration without a receipt');
    const expected = { receipts: view.receipts, remembered: this.remembered };
    const answer = await this.api.log(this.#keys, knownSizes(expected));
    const log = await verifyLog(answer, { ...expected, registration: this.registration, manifest });
    if (log.kind === 'verified') this.remembered = log.checkpoint;
    return log;
  }

  #verified(proven: ProvenReceipt): Promise<VerifiedReceipt> {
    return once(this.#receipts, bytesOf(proven), () => verifyReceipt(proven, this.#hotel.fingerprint));
  }

  #believed(jws: string): Promise<SignedManifest> {
    const { fingerprint, property } = this.#hotel;
    return once(this.#manifests, jws, () => verifyManifest(jws, { fingerprint, property, now: 0, lastSequence: 1 }));
  }

  #basis({ view, own, last }: OpenedByPhone): ActBasis {
    if (own === null) throw new TypeError('the own copy is gone');
    return { property: view.property, registration: view.registration, keys: this.#keys, own, last };
  }
}

function bytesOf({ text, entry, index, proof, checkpoint, manifest }: ProvenReceipt): string {
  return [text, entry, index, proof.join(), checkpoint, manifest].join('\n');
}

function once<T>(known: Map<string, Promise<T>>, text: string, work: () => Promise<T>): Promise<T> {
  const done = known.get(text) ?? work();
  known.set(text, done);
  return done;
}

/** Every ciphertext in a body a phone sends. */
export function ciphertextsOf(body: string): string[] {
  const json: unknown = JSON.parse(body);
  const submission = submissionSchema.safeParse(json);
  const change = registrationChangeSchema.safeParse(json);
  const envelopes = submission.success ? submission.data.envelopes : change.success ? change.data.envelopes : [];
  return envelopes.map(({ ciphertext }) => ciphertext);
}

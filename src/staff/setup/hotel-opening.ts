import type { SetupStart } from '../../protocol/api.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { PassphraseParameters } from '../../protocol/staff.ts';
import type { DoorApi } from '../api/staff-api.ts';
import { makeSheet } from '../recovery/recovery-sheet.ts';
import { type Session, signIn } from '../session/sign-in.ts';
import { type CreatedHotel, createHotel, type CreationStep, creationSteps, type HotelDraft } from './create-hotel.ts';

/** Everything between the last answer and the recovery sheet, in the order it happens. */
export const openingSteps = [...creationSteps, 'sending', 'signing-in', 'sheet'] as const;
export type OpeningStep = CreationStep | 'sending' | 'signing-in' | 'sheet';

export interface HotelOpeningParts {
  readonly door: DoorApi;
  readonly token: string;
  readonly start: SetupStart;
  readonly profile: PropertyProfile;
  readonly owner: HotelDraft['owner'];
  readonly random: RandomBytes;
  /** Milliseconds by the server's clock, which the tablet's may differ from. */
  readonly now: () => number;
  /** And by the tablet's own. */
  readonly ownTime: () => number;
  readonly parameters?: PassphraseParameters;
}

/** A hotel that exists, its owner signed in. The code is for paper only; null where no sheet could be made yet. */
export interface OpenedHotel {
  readonly session: Session;
  readonly recoveryCode: string | null;
}

/**
 * Makes the hotel, publishes it, signs the owner in and prepares the recovery sheet. When the line breaks, `run` again goes on where it
 * stopped, with the keys already made: one hotel comes of it, never two.
 */
export class HotelOpening {
  readonly #parts: HotelOpeningParts;
  #created: CreatedHotel | null = null;
  #triedToSend = false;
  #sent = false;

  constructor(parts: HotelOpeningParts) {
    this.#parts = parts;
  }

  /** Throws Refusal; what was done until then stays done. */
  async run(onStep: (step: OpeningStep) => void): Promise<OpenedHotel> {
    const { door, start, profile, owner, random, parameters } = this.#parts;
    const now = this.#parts.now();
    this.#created ??= await createHotel(
      { start, profile, owner },
      { now, ownTime: this.#parts.ownTime(), random, onStep, ...(parameters === undefined ? {} : { parameters }) },
    );
    const { setup, keys, manifest } = this.#created;
    onStep('sending');
    if (!this.#sent) await this.#send(setup);
    onStep('signing-in');
    const { handle, passphrase } = owner;
    const session = await signIn(door, { property: start.property, handle, passphrase });
    onStep('sheet');
    try {
      const bundle = { root: keys.root, purposes: keys.sealing };
      const code = await makeSheet(session, manifest.manifest.card, bundle, { now, random });
      return { session, recoveryCode: code };
    } catch {
      // The owner is in: the desk asks for a sheet as long as there is none.
      return { session, recoveryCode: null };
    }
  }

  async #send(setup: CreatedHotel['setup']): Promise<void> {
    try {
      await this.#parts.door.setUp(this.#parts.token, setup);
    } catch (error) {
      // A first try whose answer was lost may have arrived: then signing in tells.
      const arrived = this.#triedToSend && error instanceof Refusal && error.code === 'setup_done';
      this.#triedToSend = true;
      if (!arrived) throw error;
    }
    this.#sent = true;
  }
}

import type { Page } from '@playwright/test';
import type { DemoGuest } from '../../src/demo/demo-guests.ts';
import type { writeFilm } from '../support/camera-film.ts';
import type { Language } from '../../src/protocol/languages.ts';
import type { Messages } from '../../src/ui/messages/messages.ts';
import type { Camera } from './camera.ts';
import type { ShotHotel } from './shot-hotel.ts';

export interface PageWishes {
  readonly scripts?: boolean;
  /** A clock the act can turn. */
  readonly clock?: boolean;
}

/** What an act plays on. */
export interface Set extends Camera {
  readonly language: Language;
  readonly words: Messages;
  /** A page of its own, as on a phone or tablet nobody has used. Closed after the act. */
  readonly newPage: (wishes?: PageWishes) => Promise<Page>;
  /** A finished hotel with guests, which every act that asks shares. */
  readonly sharedHotel: () => Promise<ShotHotel>;
  /** One nobody else changes, with the demo's guests or with these. */
  readonly ownHotel: (guests?: readonly DemoGuest[]) => Promise<ShotHotel>;
  /** One with as many guests as the run was asked for, which every act that asks shares. */
  readonly manyGuests: () => Promise<ShotHotel>;
  /** Puts these in front of the camera, one after the other. */
  readonly showCamera: (page: Page, pictures: Parameters<typeof writeFilm>[2]) => Promise<void>;
  /** A server on an empty folder. */
  readonly emptyServer: () => Promise<{ readonly url: string; readonly setupToken: string }>;
}

/** A walk through some screens, played once in each language. */
export interface Act {
  readonly title: string;
  /** Of every screen it shows, in order: they decide whether `--only` needs it. */
  readonly names: readonly string[];
  readonly play: (set: Set) => Promise<void>;
}

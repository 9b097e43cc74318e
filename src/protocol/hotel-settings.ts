import * as z from 'zod/mini';
import { requestWorkingDays } from './request.ts';

/** The columns a guest file can show. What they hold is inside envelopes, but for the check-in date and the running number. */
export const guestFileColumns = ['number', 'name', 'contact', 'check-in', 'room-type', 'amount', 'remarks'] as const;
export const guestFileColumnSchema = z.enum(guestFileColumns);
export type GuestFileColumn = z.infer<typeof guestFileColumnSchema>;

/**
 * Bounds of what an owner can set. A registration has to outlive the night it was made for, and nobody is waited for longer than a
 * fortnight: what isn't needed any more isn't kept (PIPL 19).
 */
export const settingLimits = {
  unconfirmedHours: { least: 12, most: 336, default: 48 },
  requestDays: { least: 1, most: requestWorkingDays, default: requestWorkingDays },
  roomTypes: 30,
  roomType: 30,
} as const;

const isDistinct = (items: readonly string[]) => new Set(items).size === items.length;

/** How one hotel works. None of it is about a guest, and none of it is part of what guests agree to. */
export const hotelSettingsSchema = z.strictObject({
  /** In the order they are shown. */
  columns: z.array(guestFileColumnSchema).check(
    z.maxLength(guestFileColumns.length),
    z.refine((columns) => columns.includes('name')),
    z.refine(isDistinct),
  ),
  /** Hours after the end of the planned day of arrival, and after the receipt, for which a guest is waited for. */
  unconfirmedHours: z
    .int()
    .check(z.gte(settingLimits.unconfirmedHours.least), z.lte(settingLimits.unconfirmedHours.most)),
  /** China's working days in which a request made from now on is answered; absent in what an earlier release saved. */
  requestDays: z.prefault(
    z.int().check(z.gte(settingLimits.requestDays.least), z.lte(settingLimits.requestDays.most)),
    settingLimits.requestDays.default,
  ),
  /** What the hotel calls its kinds of room; empty where it doesn't tell them apart. */
  roomTypes: z
    .array(
      z.string().check(
        z.minLength(1),
        z.maxLength(settingLimits.roomType),
        z.refine((name) => name === name.trim()),
      ),
    )
    .check(z.maxLength(settingLimits.roomTypes), z.refine(isDistinct)),
});
export type HotelSettings = z.infer<typeof hotelSettingsSchema>;

/** What holds until an owner sets anything else. */
export const defaultSettings: HotelSettings = {
  columns: [...guestFileColumns],
  unconfirmedHours: settingLimits.unconfirmedHours.default,
  requestDays: settingLimits.requestDays.default,
  roomTypes: [],
};

/** The settings as they are kept; `revision` counts how often they were saved, from 0. */
export const keptSettingsSchema = z.object({ settings: hotelSettingsSchema, revision: z.int().check(z.gte(0)) });
export type KeptSettings = z.infer<typeof keptSettingsSchema>;

const registrations = z.int().check(z.gte(0));

/** GET, with `?hours=`: of those who are waited for, who would be destroyed at once, and who earlier, were they waited for only so long. */
export const settingsViewSchema = z.extend(keptSettingsSchema, {
  shorter: z.optional(z.object({ atOnce: registrations, earlier: registrations })),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

/**
 * PUT: `revision` is the one that was edited, so that of two people who edit at once the second is told.
 * `ends` is how many registrations the owner was shown to be destroyed with it; more than that are refused.
 */
export const settingsSavingSchema = z.strictObject({
  settings: hotelSettingsSchema,
  revision: z.int().check(z.gte(0)),
  ends: z.optional(registrations),
});
export type SettingsSaving = z.infer<typeof settingsSavingSchema>;

import type { HotelSettings, KeptSettings } from '../../protocol/hotel-settings.ts';

/** The settings as somebody left them unsaved, and those they began with. */
export interface SettingsDraft {
  readonly kept: KeptSettings;
  readonly typed: SettingsTyped;
}

export interface SettingsTyped {
  readonly hours: string;
  readonly days: string;
  /** One a line. */
  readonly roomTypes: string;
  readonly columns: HotelSettings['columns'];
}

export function settingsTyped({ settings }: KeptSettings): SettingsTyped {
  return {
    hours: String(settings.unconfirmedHours),
    days: String(settings.requestDays),
    roomTypes: settings.roomTypes.join('\n'),
    columns: settings.columns,
  };
}

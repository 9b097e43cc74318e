import type { HotelSettings, KeptSettings } from '../../protocol/hotel-settings.ts';
import type { Typed } from '../app/typed.ts';

/** The settings as somebody typed them and hasn't saved, and the revision they began with. */
export interface SettingsDraft extends Typed<SettingsTyped> {
  readonly revision: number;
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

import type { BenchmarkGroup } from '../benchmark.ts';
import { withHotel } from '../stage.ts';
import { measureExport } from '../staff/measure-export.ts';
import { seedGuests } from '../staff/seed-guests.ts';

/** A file of everybody's contacts, made on the tablet while somebody goes on working there. */
export const staffExport: BenchmarkGroup = {
  names: ['staff.export_stall_ms'],
  measure: (setting) => {
    const count = setting.quick ? 2000 : 20_000;
    return withHotel(
      setting,
      ({ browser, hotel }) =>
        measureExport(setting, browser, { staffUrl: hotel.staffUrl, person: hotel.people.supervisor, count }),
      (dataDir, hotel) => seedGuests({ dataDir, hotel, count, say: setting.say }),
    );
  },
};

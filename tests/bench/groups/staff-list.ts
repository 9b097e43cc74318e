import type { BenchmarkGroup } from '../benchmark.ts';
import { withHotel } from '../stage.ts';
import { measureList } from '../staff/measure-list.ts';
import { seedGuests } from '../staff/seed-guests.ts';

/** The list at 100,000 registrations: on a tablet that has never seen it, the next morning, and searched. */
export const staffList: BenchmarkGroup = {
  names: ['staff.cold_100k_ms', 'staff.warm_100k_ms', 'staff.search_p95_ms', 'staff.longest_stall_ms'],
  measure: (setting) => {
    const count = setting.quick ? 5000 : 100_000;
    return withHotel(
      setting,
      ({ browser, hotel }) =>
        measureList(setting, browser, { staffUrl: hotel.staffUrl, person: hotel.people['front-desk'], count }),
      (dataDir, hotel) => seedGuests({ dataDir, hotel, count, say: setting.say }),
    );
  },
};

import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { KeptMoment } from '../../steady-clock.ts';

const momentRow = z.object({ moment: z.number(), wall: z.number() });

export function keptMoment(database: DatabaseSync): KeptMoment | null {
  const stored = database.prepare('SELECT moment, wall FROM steady_time WHERE id = 1').get();
  return stored === undefined ? null : momentRow.parse(stored);
}

export function keepMoment(database: DatabaseSync, { moment, wall }: KeptMoment): void {
  database
    .prepare(
      `INSERT INTO steady_time (id, moment, wall) VALUES (1, ?, ?)
        ON CONFLICT DO UPDATE SET moment = excluded.moment, wall = excluded.wall`,
    )
    .run(moment, wall);
}

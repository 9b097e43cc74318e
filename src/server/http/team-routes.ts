import { idSchema } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { teamSigningSchema } from '../../protocol/team-list.ts';
import { grantingSchema, keyRenewalSchema, roleChangeSchema, sessionEndingSchema } from '../../protocol/team.ts';
import { renewKeys } from '../hotel/renew-keys.ts';
import { changeRole, endSessions, giveGrants, listSessions, signTeam, type TeamParts } from '../staff/team.ts';
import type { Api } from './api.ts';
import { emptyAnswer, jsonAnswer } from './respond.ts';

/** Sessions, and what an owner changes about the people who work in the hotel. */
export function mountTeamRoutes(api: Api, parts: TeamParts): void {
  api.plain('sessions', async ({ session }) => jsonAnswer({ sessions: await listSessions(parts, session()) }));

  api.send('endSessions', sessionEndingSchema, async ({ session, body }) => {
    await endSessions(parts, session(), body);
    return emptyAnswer;
  });

  api.send('changeRole', roleChangeSchema, async ({ session, body, parameter }) => {
    await changeRole(parts, session(), personIn(parameter), body);
    return emptyAnswer;
  });

  api.send('giveGrants', grantingSchema, async ({ session, body, parameter }) => {
    await giveGrants(parts, session(), personIn(parameter), body);
    return emptyAnswer;
  });

  api.send('signTeam', teamSigningSchema, async ({ session, body }) => {
    await signTeam(parts, session(), body.team);
    return emptyAnswer;
  });

  api.send('renewKeys', keyRenewalSchema, async ({ session, body }) => {
    await renewKeys(parts, session(), body);
    return emptyAnswer;
  });
}

function personIn(parameter: (name: string) => string): string {
  const person = parameter('person');
  if (!idSchema.safeParse(person).success) throw new Refusal('not_found');
  return person;
}

import {
  type Granting,
  type KeyRenewal,
  type RoleChange,
  type SessionEnding,
  sessionsSchema,
  type StaffSession,
} from '../../protocol/team.ts';
import { ask, type Caller, send } from './call.ts';

/** Sessions, and what an owner changes about people. Every method throws Refusal. */
export interface TeamApi {
  /** One's own sessions; an owner sees everybody's. */
  sessions(): Promise<readonly StaffSession[]>;
  endSessions(ending: SessionEnding): Promise<void>;
  changeRole(person: string, change: RoleChange): Promise<void>;
  giveGrants(person: string, granting: Granting): Promise<void>;
  /** A list in which nothing but the owner who sends it changes. */
  signTeam(team: string): Promise<void>;
  renewKeys(renewal: KeyRenewal): Promise<void>;
}

export function teamApi(caller: Caller): TeamApi {
  return {
    sessions: async () => (await ask(caller, 'sessions', sessionsSchema)).sessions,
    endSessions: async (ending) => {
      await send(caller, 'endSessions', { body: ending });
    },
    changeRole: async (person, change) => {
      await send(caller, 'changeRole', { parameters: { person }, body: change });
    },
    giveGrants: async (person, granting) => {
      await send(caller, 'giveGrants', { parameters: { person }, body: granting });
    },
    signTeam: async (team) => {
      await send(caller, 'signTeam', { body: { team } });
    },
    renewKeys: async (renewal) => {
      await send(caller, 'renewKeys', { body: renewal });
    },
  };
}

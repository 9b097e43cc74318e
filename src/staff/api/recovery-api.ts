import { type Recovery, recoverySchema, type RecoveryTest, type RecoveryUpload } from '../../protocol/api.ts';
import { ask, type Caller, send } from './call.ts';

/** The recovery sheet's record and its proofs. Throws Refusal as the server refuses. */
export interface RecoveryApi {
  recovery(): Promise<Recovery>;
  makeRecovery(upload: RecoveryUpload): Promise<void>;
  renewRecoveryTest(test: RecoveryTest): Promise<void>;
  proveRecovery(value: string): Promise<void>;
}

export function recoveryApi(caller: Caller): RecoveryApi {
  return {
    recovery: () => ask(caller, 'recovery', recoverySchema),
    makeRecovery: async (upload) => {
      await send(caller, 'makeRecovery', { body: upload });
    },
    renewRecoveryTest: async (test) => {
      await send(caller, 'renewRecoveryTest', { body: test });
    },
    proveRecovery: async (value) => {
      await send(caller, 'proveRecovery', { body: { value } });
    },
  };
}

import { handOverSchema, registerFileRequestSchema } from '../../protocol/hand-over.ts';
import { handOver, registerFile, type RegisterParts } from '../staff/register.ts';
import type { Api } from './api.ts';
import { registrationIn } from './registration-in.ts';
import { emptyAnswer, jsonAnswer } from './respond.ts';

/** The register for the police. */
export function mountRegister(api: Api, parts: RegisterParts): void {
  api.send('handOver', handOverSchema, async (call) => {
    await handOver(parts, call.session(), registrationIn(call), call.body);
    return emptyAnswer;
  });

  api.send('registerFile', registerFileRequestSchema, async ({ session, body }) => {
    return jsonAnswer(await registerFile(parts, session(), body.registrations));
  });
}

import { idSchema } from '../../protocol/ids.ts';
import { paperDestructionSchema, paperRecordingSchema } from '../../protocol/paper-record.ts';
import { Refusal } from '../../protocol/problems.ts';
import { staySchema } from '../../protocol/retention-api.ts';
import type { BrokenRecords } from '../broken-records.ts';
import { destroyPaper, movePaper, paperRegister, recordPaper } from '../paper/paper-register.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { Api } from './api.ts';
import { jsonAnswer } from './respond.ts';

/** The register of paper. */
export function mountPaper(api: Api, parts: DeskParts & { readonly broken: BrokenRecords }): void {
  const recordIn = (parameter: (name: string) => string) => {
    const record = parameter('record');
    if (!idSchema.safeParse(record).success) throw new Refusal('not_found');
    return record;
  };

  api.plain('papers', async ({ session }) => jsonAnswer(await paperRegister(parts, session())));

  api.send('recordPaper', paperRecordingSchema, async ({ session, body }) => {
    return jsonAnswer(await recordPaper(parts, session(), body), 201);
  });

  api.send('movePaper', staySchema, async ({ session, body, parameter }) => {
    return jsonAnswer(await movePaper(parts, session(), recordIn(parameter), body));
  });

  api.send('destroyPaper', paperDestructionSchema, async ({ session, body, parameter }) => {
    return jsonAnswer(await destroyPaper(parts, session(), recordIn(parameter), body));
  });
}

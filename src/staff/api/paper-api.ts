import {
  type PaperDestruction,
  type PaperRecord,
  paperRecordSchema,
  type PaperRecording,
  type PaperRegister,
  paperRegisterSchema,
} from '../../protocol/paper-record.ts';
import type { Stay } from '../../protocol/retention-api.ts';
import { ask, type Caller } from './call.ts';

/** The register of paper. Throws Refusal as the server refuses. */
export interface PaperApi {
  papers(): Promise<PaperRegister>;
  recordPaper(recording: PaperRecording): Promise<PaperRecord>;
  movePaper(record: string, stay: Stay): Promise<PaperRecord>;
  destroyPaper(record: string, destruction: PaperDestruction): Promise<PaperRecord>;
}

export function paperApi(caller: Caller): PaperApi {
  return {
    papers: () => ask(caller, 'papers', paperRegisterSchema),
    recordPaper: (body) => ask(caller, 'recordPaper', paperRecordSchema, { body }),
    movePaper: (record, body) => ask(caller, 'movePaper', paperRecordSchema, { body, parameters: { record } }),
    destroyPaper: (record, body) => ask(caller, 'destroyPaper', paperRecordSchema, { body, parameters: { record } }),
  };
}

import {
  type DeskRequest,
  type DeskRequests,
  deskRequestSchema,
  deskRequestsSchema,
  type RequestOpening,
  type RequestProof,
  requestProofSchema,
  requestStepAnswerSchema,
  type RequestStepBody,
} from '../../protocol/request.ts';
import { ask, type Caller } from './call.ts';

/** The queue of what guests ask. Throws Refusal as the server refuses. */
export interface RequestApi {
  requests(): Promise<DeskRequests>;
  openRequest(opening: RequestOpening): Promise<DeskRequest>;
  /** Gives the request after its step. */
  stepRequest(request: string, step: RequestStepBody): Promise<DeskRequest>;
  requestProof(request: string): Promise<RequestProof>;
}

export function requestApi(caller: Caller): RequestApi {
  return {
    requests: () => ask(caller, 'requests', deskRequestsSchema),
    openRequest: (opening) => ask(caller, 'openRequest', deskRequestSchema, { body: opening }),
    stepRequest: async (request, step) =>
      (await ask(caller, 'stepRequest', requestStepAnswerSchema, { parameters: { request }, body: step })).request,
    requestProof: (request) => ask(caller, 'requestProof', requestProofSchema, { parameters: { request } }),
  };
}

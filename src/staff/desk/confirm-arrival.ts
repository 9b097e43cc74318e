import { Refusal } from '../../protocol/problems.ts';
import { deskSchemaVersion } from '../../protocol/purposes.ts';
import type { SealingKey } from '../../protocol/manifest.ts';
import { sealEnvelope } from '../../crypto/seal-envelope.ts';
import { payloadBytes } from '../../pii/canonical-bytes.ts';
import { type DeskPayload, deskPayloadSchema } from '../../pii/payloads.ts';
import type { Session } from '../session/sign-in.ts';

export interface ArrivalDetails extends DeskPayload {
  /** Planned check-out, `YYYY-MM-DD`; the one part the server reads. */
  readonly checkOut: string;
}

/** Seals room and remarks to the card key and confirms the arrival. Throws Refusal: `malformed` without a room, and the server's. */
export async function confirmArrival(
  { api, property }: Pick<Session, 'api' | 'property'>,
  card: SealingKey,
  registration: string,
  { room, remarks, checkOut }: ArrivalDetails,
): Promise<void> {
  const parsed = deskPayloadSchema.safeParse({ room: room.trim(), remarks: remarks.trim() });
  if (!parsed.success) throw new Refusal('malformed', 'room or remarks');
  const context = {
    property,
    kind: 'desk',
    purpose: null,
    schema: deskSchemaVersion,
    registration,
    consent: '',
  } as const;
  await api.arrive(registration, { checkOut, desk: await sealEnvelope(context, card, payloadBytes(parsed.data)) });
}

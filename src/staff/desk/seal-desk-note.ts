import type { Envelope } from '../../protocol/envelope.ts';
import type { SealingKey } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import { deskSchemaVersion } from '../../protocol/purposes.ts';
import { sealEnvelope } from '../../crypto/seal-envelope.ts';
import { payloadBytes } from '../../pii/canonical-bytes.ts';
import { type DeskPayload, deskPayloadSchema } from '../../pii/payloads.ts';

interface NotedFor {
  readonly property: string;
  /** The card key of the manifest that holds. */
  readonly card: SealingKey;
  readonly registration: string;
}

export type Noted = Pick<DeskPayload, 'room' | 'remarks'> & Partial<DeskPayload>;

/** Seals what the hotel notes of a stay to the card key. Throws Refusal `malformed` without a room, or out of bounds. */
export async function sealDeskNote({ property, card, registration }: NotedFor, noted: Noted): Promise<Envelope> {
  const parsed = deskPayloadSchema.safeParse({
    ...noted,
    room: noted.room.trim(),
    remarks: noted.remarks.trim(),
    roomType: noted.roomType?.trim(),
    ownNumber: noted.ownNumber?.trim(),
  });
  if (!parsed.success) throw new Refusal('malformed', 'desk note');
  const context = {
    property,
    kind: 'desk',
    purpose: null,
    schema: deskSchemaVersion,
    registration,
    consent: '',
  } as const;
  return sealEnvelope(context, card, payloadBytes(parsed.data));
}

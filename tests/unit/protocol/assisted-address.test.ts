import { describe, expect, test } from 'vitest';
import {
  assistedArrivalAddress,
  assistedReturnAddress,
  parseAssistedVisit,
} from '../../../src/protocol/assisted-address.ts';

const property = '7k2m9x4qpd';
const fingerprint = 'AAECAwQFBgcICQoLDA0ODw';
const read = (address: string) => parseAssistedVisit(new URL(address, 'https://hotel.example'));

describe('the addresses a desk’s tablet is handed over with', () => {
  test('are read back', () => {
    expect(read(assistedArrivalAddress(property, fingerprint, 'en'))).toEqual({ kind: 'arrival', property });
    expect(read(assistedReturnAddress(property, 'zh-Hans'))).toEqual({ kind: 'return', property });
  });

  test.each([
    `/p/${property}#${fingerprint}.reception`,
    `/p/${property}#${fingerprint}.lobby.assisted`,
    `/p/${property}#${fingerprint}.reception.assisted.more`,
    `/p/${property}#short.reception.assisted`,
    `/p/evil.example#${fingerprint}.reception.assisted`,
    `/r?assisted=//evil.example`,
    `/r?assisted=${property}/../x`,
    `/r?assisted`,
    `/r#assisted=${property}`,
    `/verify?assisted=${property}`,
    `/r#${'A'.repeat(43)}`,
  ])('are nothing else: %s', (address) => {
    expect(read(address)).toBeNull();
  });
});

import type { HpkeFile } from '../vector-files.ts';

/**
 * The CFRG's own vector for mode base, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, first message (RFC 9180 §7, Appendix A;
 * test-vectors.json of github.com/cfrg/draft-irtf-cfrg-hpke at 5f503c5, the file RFC 9180 refers to).
 */
export function hpkeCases(): HpkeFile['cases'] {
  const known = {
    name: 'base mode, the first message',
    expect: 'opened: 4265617574792069732074727574682c20747275746820626561757479',
    skRm: '317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2',
    pkRm: '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
    enc: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
    info: '4f6465206f6e2061204772656369616e2055726e',
    aad: '436f756e742d30',
    ciphertext: '58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f',
  };
  return [
    known,
    {
      ...known,
      name: 'with the next message’s associated data',
      aad: '436f756e742d31',
      expect: 'refused: cannot_open: sealed bytes',
    },
    { ...known, name: 'with no info', info: '', expect: 'refused: cannot_open: sealed bytes' },
  ];
}

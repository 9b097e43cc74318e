// Makes the vector files that don't exist: `node tests/vectors/generate.ts`. They are made once and then frozen: what an earlier release
// sealed and signed must open for ever. Delete a file only together with a changed format, and say so in the changelog.
//
// Keys, ids, secrets and nonces follow from names (fixed-keys.ts), notices and entries are written out in this folder, so everything can
// be made again up to what must be random: HPKE's ephemeral keys and ECDSA's nonces. That is why the outcome is kept and not the recipe.

import { existsSync, writeFileSync } from 'node:fs';
import { consentCases } from './cases/consent-cases.ts';
import { derivationCases } from './cases/derivation-cases.ts';
import { envelopeCases } from './cases/envelope-cases.ts';
import { hpkeCases } from './cases/hpke-cases.ts';
import { manifestCases } from './cases/manifest-cases.ts';
import { proofCases } from './cases/proof-cases.ts';
import { receiptCases } from './cases/receipt-cases.ts';
import { selfCopyCases } from './cases/self-copy-cases.ts';
import { teamCases } from './cases/team-cases.ts';
import { fixedHotel } from './fixed-hotel.ts';
import { fixedRegistration } from './fixed-registration.ts';
import { vectorFileNames, vectorPath } from './read-vectors.ts';
import type { VectorFiles } from './vector-files.ts';

const hotel = await fixedHotel();
const other = await fixedHotel('fyrqc00002');
const guest = await fixedRegistration(hotel);
const second = await fixedRegistration(hotel, 'guest 2');

const files: VectorFiles = {
  envelopes: {
    about: 'Envelopes: HPKE base mode over padded plaintext, bound to where they belong.',
    cases: await envelopeCases(hotel, guest),
  },
  selfCopies: {
    about: 'Guests’ own copies: AES-256-GCM under a key from the guest’s secret.',
    cases: selfCopyCases(guest, second),
  },
  consents: { about: 'Consent events: compact JWS, ES256.', cases: await consentCases(hotel, guest, second) },
  manifests: {
    about: 'Manifests: compact JWS, ES256, by the hotel’s root.',
    cases: await manifestCases(hotel, other, guest),
  },
  teams: { about: 'Team lists: compact JWS, ES256, by the hotel’s root.', cases: await teamCases(hotel, other) },
  receipts: {
    about: 'Receipts: text, log entry, inclusion proof, signed checkpoint, manifest.',
    cases: await receiptCases(hotel, other, guest, second),
  },
  proofs: { about: 'Inclusion proofs in the tree of RFC 6962 §2.1.', cases: proofCases() },
  derivations: { about: 'What is derived from secrets, keys and ids.', cases: await derivationCases() },
  hpke: { about: 'HPKE by the CFRG’s own numbers, 5f503c5 of draft-irtf-cfrg-hpke.', cases: hpkeCases() },
};

const write = (fileName: string, content: object) => {
  const path = vectorPath(fileName);
  if (existsSync(path)) return;
  writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`);
  console.log(`made ${fileName}`);
};
for (const [key, content] of Object.entries(files)) {
  for (const [name, fileName] of Object.entries(vectorFileNames)) if (name === key) write(fileName, content);
}

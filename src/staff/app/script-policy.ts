import { exportWorkerAddress } from '../exports/export-thread.ts';
import { listWorkerAddress } from '../list/list-thread.ts';
import { stretchWorkerAddress } from '../session/stretch-thread.ts';
import { codeWorkerAddress } from './code-reader.ts';

interface ScriptAddressPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesHolder {
  readonly navigator: Navigator;
  readonly trustedTypes?: {
    createPolicy(name: string, rules: ScriptAddressPolicy): ScriptAddressPolicy;
  };
}

/** Lets an address through to what runs scripts; throws TypeError on any but ours. */
export type ScriptPolicy = (address: string) => string;

export const serviceWorkerAddress = '/staff/sw.js';

const ours: readonly string[] = [
  serviceWorkerAddress,
  listWorkerAddress,
  stretchWorkerAddress,
  exportWorkerAddress,
  codeWorkerAddress,
];

/** The one policy of the desk's page, named `foyer`: exactly the service worker's script and those of the page's own threads pass. Made once a page. */
export function createScriptPolicy(scope: TrustedTypesHolder): ScriptPolicy {
  const check = (address: string) => {
    if (!ours.includes(address)) throw new TypeError('not our script');
    return address;
  };
  const policy = scope.trustedTypes?.createPolicy('foyer', { createScriptURL: check });
  return (address) => policy?.createScriptURL(address) ?? check(address);
}

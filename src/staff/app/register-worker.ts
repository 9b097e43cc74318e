interface ScriptAddressPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesHolder {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: ScriptAddressPolicy): ScriptAddressPolicy;
  };
}

const workerAddress = '/staff/sw.js';

/**
 * Registers the desk's service worker, which keeps the shell for when the network is away. The `foyer` policy lets exactly this one
 * script address through. A new worker waits until every page has closed: nothing reloads by itself.
 */
export async function registerWorker(scope: TrustedTypesHolder & { readonly navigator: Navigator }): Promise<void> {
  if (!('serviceWorker' in scope.navigator)) return;
  const policy = scope.trustedTypes?.createPolicy('foyer', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError('not our worker');
      return url;
    },
  });
  try {
    await scope.navigator.serviceWorker.register(policy?.createScriptURL(workerAddress) ?? workerAddress, {
      scope: '/staff/',
    });
  } catch {
    // Private windows and some embedded browsers refuse workers; the desk needs the network then.
  }
}

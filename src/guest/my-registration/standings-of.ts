import type { PurposeStanding as ServersStanding } from '../../protocol/api.ts';
import type { StandingDecision } from '../../protocol/consent-state.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import type { PurposeStanding } from './my-registration.ts';

/** How every purpose stands: the server's word where it ever had an envelope, the guest's own no otherwise. */
export function standingsOf(
  stored: readonly ServersStanding[],
  decisions: ReadonlyMap<PurposeId, StandingDecision>,
  newest: Receipt | null,
  departed: boolean,
): PurposeStanding[] {
  return purposeIds.map((id) => {
    const known = stored.find(({ purpose }) => purpose === id);
    const refused = decisions.get(id)?.decision === 'refused';
    const sealed = newest?.deletion?.classes.find((one) => one.class === id && one.outcome === 'sealed-off');
    return {
      id,
      standing: known?.state ?? (refused ? 'refused' : 'not-asked'),
      until: known?.until ?? null,
      // A temporary rule has a day of its own, whenever its guest leaves.
      planned: !departed && id !== 'temporary',
      went: known?.went ?? null,
      ground:
        sealed === undefined
          ? null
          : [sealed.article, sealed.ground].filter((part) => part !== null).join(' · ') || null,
    };
  });
}

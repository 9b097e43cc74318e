import { useCallback } from 'react';
import { backupDays } from '../../protocol/retention-classes.ts';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { FetchedPart } from '../app/fetched-part.tsx';
import { useFetched } from '../app/use-fetched.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { CertificateList } from './certificate-list.tsx';
import { LastRun } from './last-run.tsx';
import { UpcomingList } from './retention-lists.tsx';
import { RetentionNote } from './retention-note.tsx';
import './retention-place.css';

/** What goes next and why, what went with its certificates, and how the job is. For supervisors and owners. */
export function RetentionPlace({ session, hotel }: { readonly session: Session; readonly hotel: Hotel }) {
  const t = useMessages('staff').retention;
  const { api } = session;
  const fetched = useFetched(useCallback(() => api.retention(), [api]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <main className="place retention-place" aria-label={t.title} tabIndex={0}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p>{t.backups(backupDays)}</p>
      <FetchedPart fetched={fetched} loading={t.loading}>
        {(overview) => (
          <>
            <RetentionNote session={session} status={overview.status} onChanged={fetched.load} />
            <h2>{t.next}</h2>
            {overview.upcoming.length === 0 && <EmptyState icon="check">{t.nothingNext}</EmptyState>}
            <UpcomingList profile={hotel.profile} upcoming={overview.upcoming} />
            <h2>{t.runs}</h2>
            <p>{t.runsText}</p>
            <LastRun overview={overview} />
            <CertificateList hotel={hotel} certificates={overview.certificates} />
          </>
        )}
      </FetchedPart>
    </main>
  );
}

import { useCallback, useEffect, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { RetentionOverview } from '../../protocol/retention-api.ts';
import { backupDays } from '../../protocol/retention-classes.ts';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
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
  const common = useMessages('common');
  const [overview, setOverview] = useState<RetentionOverview | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { api } = session;
  const load = useCallback(() => {
    const fail = (error: unknown) => setProblem(problemOf(error));
    api.retention().then(setOverview, fail);
  }, [api]);
  useEffect(load, [load]);
  const retry = () => {
    setProblem(null);
    load();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <main className="place retention-place" aria-label={t.title} tabIndex={0}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p>{t.backups(backupDays)}</p>
      {problem !== null && <ProblemNote problem={problem} action={<Button onClick={retry}>{common.retry}</Button>} />}
      {overview === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
      {overview !== null && (
        <>
          <RetentionNote session={session} status={overview.status} onChanged={load} />
          <h2>{t.next}</h2>
          {overview.upcoming.length === 0 && <EmptyState icon="check">{t.nothingNext}</EmptyState>}
          <UpcomingList profile={hotel.profile} upcoming={overview.upcoming} />
          <h2>{t.runs}</h2>
          <p>{t.runsText}</p>
          <LastRun overview={overview} />
          <CertificateList hotel={hotel} certificates={overview.certificates} />
        </>
      )}
    </main>
  );
}

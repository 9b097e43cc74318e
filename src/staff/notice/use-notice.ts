import { useCallback, useEffect, useState } from 'react';
import type { NoticeTexts } from '../../protocol/api.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import { useTools } from '../app/tools.tsx';
import { type Hotel, readHotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { membersToSealTo } from '../team/shut-out-people.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { mergeDraft, type NoticeDraft } from './notice-draft.ts';
import { prepareNotice } from './publish-notice.ts';
import { readNotices } from './read-notices.ts';

interface InForce {
  readonly hotel: Hotel;
  readonly texts: NoticeTexts;
}

interface NoticeInput {
  readonly session: Session;
  readonly draft: NoticeDraft | null;
  readonly onDraft: (draft: NoticeDraft | null) => void;
}

/** The notice in force, looked at anew, and publishing the next one. */
export function useNotice({ session, draft, onDraft }: NoticeInput) {
  const { door, timers } = useTools();
  const stepUp = useStepUp();
  const [inForce, setInForce] = useState<InForce | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);

  const read = useCallback(async (): Promise<InForce> => {
    const hotel = await readHotel(session);
    return { hotel, texts: await readNotices(door, hotel.property, hotel.manifest.manifest) };
  }, [door, session]);

  const load = useCallback(() => {
    const show = (found: InForce) => {
      setInForce(found);
      setProblem(null);
    };
    read().then(show, (error: unknown) => setProblem(problemOf(error)));
  }, [read]);
  useEffect(load, [load]);

  /** Publishes the draft. Resolves with the version once it is in force, with null where it isn't; nothing of the draft is lost then. */
  const publish = useCallback(async (): Promise<number | null> => {
    if (inForce === null || draft === null) return null;
    setBusy(true);
    setProblem(null);
    setConflict(false);
    try {
      const members = await membersToSealTo(session, inForce.hotel.manifest.manifest);
      const tools = { members, now: timers.now() };
      const prepared = await prepareNotice(session, inForce.hotel, draft.profile, inForce.texts, tools);
      // New words alone are the owner's daily work; new keys are not.
      const needs = (prepared.publication.grants ?? []).length > 0 ? 'always' : 'maybe';
      await stepUp(() => session.api.publish(prepared.publication), needs);
      onDraft(null);
      setInForce(await read());
      return prepared.manifest.manifest.sequence;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict') {
        setProblem(problemOf(error));
        return null;
      }
      try {
        const theirs = await read();
        setInForce(theirs);
        onDraft(mergeDraft(draft, theirs.hotel.profile));
        setConflict(true);
      } catch (again) {
        setProblem(problemOf(again));
      }
      return null;
    } finally {
      setBusy(false);
    }
  }, [session, draft, onDraft, inForce, read, timers, stepUp]);

  return { inForce, problem, conflict, busy, publish, load };
}

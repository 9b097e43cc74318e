import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Language, languages } from '../../protocol/languages.ts';
import { WithoutAutofill } from '../../ui/components/autofill.tsx';
import type { AssistedMessages } from '../../ui/messages/en/assisted.ts';
import { loadRegistrationCatalogue } from '../../ui/messages/load-registration-catalogue.ts';
import type { Words } from '../app/words.ts';
import { MyRegistrationPage } from '../my-registration/my-registration-page.tsx';
import type { Device } from '../phone/device.ts';
import { type Assisted, AssistedContext, type Standing } from './assisted-context.ts';
import { AssistedTop, DoneButton, WaitingWords } from './assisted-top.tsx';
import { HandOver } from './hand-over.tsx';
import { type AssistedSession, AssistedSessionContext, type Question } from './session-context.ts';
import { useIdleWipe } from './use-idle-wipe.ts';

interface AssistedAppProps {
  readonly device: Device;
  readonly said: ReadonlyMap<Language, AssistedMessages>;
  /** What the visit begins with; shown again where a code was mistyped. */
  readonly children: ReactNode;
  /** Wipes everything and shows the locked desk. */
  readonly end: () => void;
}

interface Mine {
  readonly secret: string;
  readonly words: Words;
}

/** The hotel's tablet in one guest's hands: the guest's own screens, a clear end, and an end by itself. */
export function AssistedApp({ device, said, children, end }: AssistedAppProps) {
  const [mine, setMine] = useState<Mine | null>(null);
  const [asked, setAsked] = useState<Exclude<Question, { readonly kind: 'idle' }> | null>(null);
  const standing = useRef<Standing>('typing');
  const { wipesAt, restart } = useIdleWipe(device, () => {
    // What hasn't gone out is the guest's to give up.
    if (standing.current === 'waiting') setAsked({ kind: 'stranded' });
    else end();
  });

  const stay = useCallback(() => {
    setAsked(null);
    restart();
  }, [restart]);
  const giveBack = useCallback(() => setAsked({ kind: 'end', standing: standing.current }), []);
  const report = useCallback(
    (next: Standing) => {
      const before = standing.current;
      standing.current = next;
      // Gone out after all: the question has answered itself, and the receipt waits for its guest from now.
      if (before === 'waiting' && next === 'received') stay();
    },
    [stay],
  );
  const openMine = useCallback(
    async (secret: string) => {
      const language = languages.find((one) => one === device.window.document.documentElement.lang) ?? 'zh-Hans';
      const words = { language, catalogue: await loadRegistrationCatalogue(language) };
      standing.current = 'later';
      setMine({ secret, words });
    },
    [device],
  );
  const again = useCallback(() => setMine(null), []);

  const question: Question | null = wipesAt === null ? asked : { kind: 'idle', wipesAt };
  const covered = question !== null && question.kind !== 'end';
  useEffect(() => {
    const { classList } = device.window.document.documentElement;
    classList.toggle('assisted-covered', covered);
  }, [device, covered]);

  const assisted = useMemo<Assisted>(
    () => ({ report, giveBack, openMine, again, Top: AssistedTop, HandOver, DoneButton, WaitingWords }),
    [report, giveBack, openMine, again],
  );
  const session: AssistedSession = {
    device,
    said,
    question,
    atMine: mine !== null,
    giveBack,
    openMine,
    stay,
    wipe: end,
  };
  return (
    <AssistedContext value={assisted}>
      <AssistedSessionContext value={session}>
        <WithoutAutofill>
          {mine === null ? children : <MyRegistrationPage device={device} words={mine.words} secret={mine.secret} />}
        </WithoutAutofill>
      </AssistedSessionContext>
    </AssistedContext>
  );
}

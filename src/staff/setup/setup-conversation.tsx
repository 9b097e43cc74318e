import { type ComponentType, useEffect, useRef, useState } from 'react';
import { FormProvider, type Path, useForm } from 'react-hook-form';
import type { SetupStart } from '../../protocol/api.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import type { OpenedHotel } from './hotel-opening.ts';
import { HotelOpening } from './hotel-opening.ts';
import { keptAnswers } from './kept-answers.ts';
import { MakingScreen } from './making-screen.tsx';
import { ComplaintsStep } from './steps/complaints-step.tsx';
import { ContactStep } from './steps/contact-step.tsx';
import { GuestsStep } from './steps/guests-step.tsx';
import { NameStep } from './steps/name-step.tsx';
import { OfficerStep } from './steps/officer-step.tsx';
import { OwnerStep } from './steps/owner-step.tsx';
import { PassphraseStep } from './steps/passphrase-step.tsx';
import { PlaceStep } from './steps/place-step.tsx';
import { PurposesStep } from './steps/purposes-step.tsx';
import { StorageStep } from './steps/storage-step.tsx';
import { WelcomeStep } from './steps/welcome-step.tsx';
import { emptyAnswers, profileOf } from './setup-answers.ts';
import type { SetupForm } from './setup-form.ts';
import './setup-conversation.css';

interface SetupConversationProps {
  readonly token: string;
  readonly start: SetupStart;
  /** The server's clock. */
  readonly now: () => number;
  readonly onBegun: (opened: OpenedHotel) => void;
}

interface Question {
  readonly Step: ComponentType;
  /** What must be right before going on. */
  readonly fields: readonly Path<SetupForm>[];
}

const questions: readonly Question[] = [
  { Step: WelcomeStep, fields: [] },
  { Step: GuestsStep, fields: ['languages'] },
  { Step: NameStep, fields: ['name'] },
  { Step: PlaceStep, fields: ['jurisdiction', 'address'] },
  { Step: ContactStep, fields: ['contact'] },
  { Step: OfficerStep, fields: ['officerName', 'officerContact'] },
  { Step: ComplaintsStep, fields: ['complaints', 'ownComplaintName', 'ownComplaintContact'] },
  { Step: PurposesStep, fields: ['purposes', 'localRule', 'localTerm'] },
  { Step: StorageStep, fields: ['storage'] },
  { Step: OwnerStep, fields: ['ownerName', 'handle'] },
  { Step: PassphraseStep, fields: ['passphrase', 'again'] },
];

/** A short conversation, one question a screen. Answers outlive a reload; who the owner is and the passphrase don't. */
export function SetupConversation({ token, start, now, onBegun }: SetupConversationProps) {
  const t = useMessages('setup');
  const common = useMessages('common');
  const { door, random, answers } = useTools();
  const [kept] = useState(() => keptAnswers(answers));
  const [defaultValues] = useState((): SetupForm => {
    const suggestions = { 'zh-Hans': '境内，本店自己的服务器', en: 'On our own server in China' };
    const before = kept.read() ?? emptyAnswers(suggestions);
    return { ...before, ownerName: '', handle: '', passphrase: '', again: '' };
  });
  const form = useForm<SetupForm>({ defaultValues, shouldUnregister: false });
  const [step, setStep] = useState(Math.min(defaultValues.step, questions.length - 2));
  const [opening, setOpening] = useState<HotelOpening | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const last = step === questions.length - 1;

  useEffect(() => {
    const subscription = form.watch(() => kept.write({ ...form.getValues(), step }));
    kept.write({ ...form.getValues(), step });
    return () => subscription.unsubscribe();
  }, [form, kept, step]);
  useEffect(() => {
    heading.current?.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [step]);

  const { Step, fields } = questions[step] ?? { Step: WelcomeStep, fields: [] };

  const next = async () => {
    if (fields.length > 0 && !(await form.trigger([...fields], { shouldFocus: true }))) return;
    if (!last) {
      setStep(step + 1);
      return;
    }
    const typed = form.getValues();
    const handle = typed.handle.trim().toLowerCase();
    setOpening(
      new HotelOpening({
        door,
        token,
        start,
        profile: profileOf(typed, toDate(now())),
        owner: { handle, displayName: typed.ownerName.trim(), passphrase: typed.passphrase },
        random,
        now,
      }),
    );
  };

  if (opening !== null) {
    return (
      <MakingScreen
        opening={opening}
        onOpened={(opened) => {
          kept.forget();
          onBegun(opened);
        }}
        onBack={() => setOpening(null)}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        <Screen
          top={<StaffTop />}
          actions={
            <>
              <Button kind="primary" type="submit" wide>
                {step === 0 ? t.welcome.start : last ? t.passphrase.submit : common.next}
              </Button>
              {step > 0 && (
                <Button kind="plain" icon="back" onClick={() => setStep(step - 1)}>
                  {common.back}
                </Button>
              )}
            </>
          }
        >
          {step > 0 && <Steps current={step} total={questions.length - 1} />}
          <div ref={heading} className="setup-conversation__question">
            <Step key={step} />
          </div>
        </Screen>
      </form>
    </FormProvider>
  );
}

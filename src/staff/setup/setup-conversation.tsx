import { type ComponentType, useEffect, useState } from 'react';
import { FormProvider, type Path, useForm } from 'react-hook-form';
import type { SetupStart } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import { HotelOpening, type OpenedHotel, type OpeningStep } from './hotel-opening.ts';
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

interface Making {
  readonly opening: HotelOpening;
  readonly step: OpeningStep;
  readonly problem: AnyProblem | null;
}

interface Question {
  readonly Step: ComponentType;
  /** What must be right before going on. */
  readonly fields: readonly Path<SetupForm>[];
}

/** Each in its own language, whatever language the screen is in; the owner edits it. */
const storageSuggestion = { 'zh-Hans': '境内，本店自己的服务器', en: 'On our own server in China' };

const questions: readonly Question[] = [
  { Step: WelcomeStep, fields: [] },
  { Step: GuestsStep, fields: ['languages'] },
  { Step: NameStep, fields: ['name'] },
  { Step: PlaceStep, fields: ['jurisdiction', 'address'] },
  { Step: ContactStep, fields: ['contact'] },
  { Step: OfficerStep, fields: ['officerName', 'officerContact'] },
  { Step: ComplaintsStep, fields: ['complaints'] },
  { Step: PurposesStep, fields: ['purposes', 'localRule', 'localArticle', 'localEffective', 'localTerm'] },
  { Step: StorageStep, fields: ['storage'] },
  { Step: OwnerStep, fields: ['ownerName', 'handle'] },
  { Step: PassphraseStep, fields: ['passphrase', 'again'] },
];

/** A short conversation, one question a screen. Answers outlive a reload; who the owner is and the passphrase don't. */
export function SetupConversation({ token, start, now, onBegun }: SetupConversationProps) {
  const t = useMessages('setup');
  const common = useMessages('common');
  const { door, random, answers, timers } = useTools();
  const [kept] = useState(() => keptAnswers(answers));
  const [defaultValues] = useState((): SetupForm => {
    const before = kept.read() ?? emptyAnswers(storageSuggestion);
    return { ...before, ownerName: '', handle: '', passphrase: '', again: '' };
  });
  const form = useForm<SetupForm>({ defaultValues, shouldUnregister: false });
  const [step, setStep] = useState(Math.min(defaultValues.step, questions.length - 2));
  const [making, setMaking] = useState<Making | null>(null);
  const last = step === questions.length - 1;

  useEffect(() => {
    const keep = () => kept.write({ ...form.getValues(), step });
    keep();
    return form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        keep();
        // What was wrong is looked at again as soon as it is changed.
        const changed = questions[step]?.fields.find((field) => name?.startsWith(field) === true);
        if (changed !== undefined && form.getFieldState(changed).invalid) void form.trigger(changed);
      },
    });
  }, [form, kept, step]);

  const { Step, fields } = questions[step] ?? { Step: WelcomeStep, fields: [] };

  const next = async () => {
    if (fields.length > 0 && !(await form.trigger([...fields], { shouldFocus: true }))) return;
    if (!last) {
      setStep(step + 1);
      return;
    }
    const typed = form.getValues();
    const handle = typed.handle.trim().toLowerCase();
    const opening = new HotelOpening({
      door,
      token,
      start,
      profile: profileOf(typed, toDate(now())),
      owner: { handle, displayName: typed.ownerName.trim(), passphrase: typed.passphrase },
      random,
      now,
      ownTime: () => timers.now(),
    });
    await make(opening);
  };

  const make = async (opening: HotelOpening) => {
    const show = (at: OpeningStep) => setMaking({ opening, step: at, problem: null });
    try {
      const opened = await opening.run(show);
      kept.forget();
      onBegun(opened);
    } catch (error) {
      setMaking((at) => ({ opening, step: at?.step ?? 'keys', problem: problemOf(error) }));
    }
  };

  if (making !== null) {
    const { opening, step: at, problem } = making;
    return (
      <MakingScreen step={at} problem={problem} onRetry={() => void make(opening)} onBack={() => setMaking(null)} />
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
          <div className="setup-conversation__question">
            <Step key={step} />
          </div>
        </Screen>
      </form>
    </FormProvider>
  );
}

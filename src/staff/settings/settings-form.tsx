import { useCallback, useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  type HotelSettings,
  hotelSettingsSchema,
  type KeptSettings,
  settingLimits,
  type SettingsSaving,
} from '../../protocol/hotel-settings.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { Field } from '../../ui/components/field.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { useDraft } from '../app/drafts.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Typed } from '../app/typed.ts';
import { useBroughtIntoView } from '../app/use-brought-into-view.ts';
import { useTyped } from '../app/use-typed.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { ColumnList } from './column-list.tsx';
import { roomTypesFault, roomTypesIn } from './room-types-fault.ts';
import { settingsTyped, type SettingsTyped } from './settings-draft.ts';
import { type Shortening, ShorterWaitDialog } from './shorter-wait-dialog.tsx';

interface SettingsFormProps {
  readonly session: Session;
  /** What the hotel works by. */
  readonly kept: KeptSettings;
  readonly onDiscard: () => void;
  readonly onSaved: (kept: KeptSettings) => void;
  /** What somebody else saved is to be shown instead. */
  readonly onTheirs: (kept: KeptSettings) => void;
  readonly onEnded: () => void;
}

const { unconfirmedHours: hoursSchema, requestDays: daysSchema } = hotelSettingsSchema.shape;

const { unconfirmedHours: hoursLimits, requestDays: daysLimits } = settingLimits;

const isWhole = (typed: string) => /^\d+$/.test(typed.trim());

/** What was typed lies over what is kept now. Where somebody saved since it was begun, saving asks whose is to hold. */
export function SettingsForm(props: SettingsFormProps) {
  const { session, kept, onDiscard, onSaved, onTheirs, onEnded } = props;
  const t = useMessages('staff').settings;
  const stepUp = useStepUp();
  const [draft, put] = useDraft('settings');
  const begun = draft?.revision ?? kept.revision;
  const putTyped = useCallback(
    (next: Typed<SettingsTyped> | undefined) => put(next && { ...next, revision: begun }),
    [put, begun],
  );
  const { answers: typed, set, changed } = useTyped(draft, putTyped, () => settingsTyped(kept));
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  /** What somebody else saved while this was edited. */
  const [theirs, setTheirs] = useState<KeptSettings | null>(null);
  /** Beside the button: where it was pressed, it is read. */
  const clash = useBroughtIntoView<HTMLDivElement>(theirs);
  /** What is saved once the owner has seen whom a shorter wait destroys. */
  const [shortening, setShortening] = useState<Shortening | null>(null);
  const { register, handleSubmit, formState, getValues } = useForm({
    defaultValues: { hours: typed.hours, days: typed.days, roomTypes: typed.roomTypes },
  });
  const { errors, isSubmitting } = formState;
  // What was typed and isn't saved outlives the form.
  const onChange = () => set(getValues());

  function roomTypesWrong() {
    const fault = roomTypesFault(roomTypesIn(typed.roomTypes));
    if (fault === null) return undefined;
    if (fault.kind === 'many') return t.roomTypesMany(settingLimits.roomTypes, fault.lines);
    return fault.kind === 'twice' ? t.roomTypesTwice(fault.line) : t.roomTypesLong(settingLimits.roomType, fault.line);
  }

  const save = (revision: number) =>
    handleSubmit((answers) => {
      const numbers = { unconfirmedHours: Number(answers.hours), requestDays: Number(answers.days) };
      return attempt(() =>
        count({ columns: typed.columns, ...numbers, roomTypes: [...roomTypesIn(answers.roomTypes)] }, revision, false),
      );
    });

  async function attempt(work: () => Promise<void>) {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
  }

  /** Saves what destroys nobody; what does is shown first. */
  async function count(settings: HotelSettings, revision: number, grown: boolean) {
    const { shorter } = await session.api.settingsWith(settings.unconfirmedHours);
    const saving = { settings, revision, ends: shorter?.atOnce ?? 0 };
    if (shorter !== undefined && shorter.atOnce + shorter.earlier > 0) setShortening({ saving, ...shorter, grown });
    else await send(saving);
  }

  async function send(saving: SettingsSaving) {
    try {
      const shorter = saving.settings.unconfirmedHours < kept.settings.unconfirmedHours;
      onSaved(await stepUp(() => session.api.saveSettings(saving), shorter ? 'always' : 'maybe'));
    } catch (error) {
      if (problemOf(error) !== 'conflict') throw error;
      const now = await session.api.settings();
      // Where nobody has saved, it would by now destroy more registrations than were shown.
      if (now.revision === saving.revision) await count(saving.settings, saving.revision, true);
      else setTheirs(now);
    }
  }

  const shorten = (saving: SettingsSaving) => {
    setShortening(null);
    return attempt(() => send(saving));
  };

  return (
    <form className="settings-form" noValidate onSubmit={(event) => void save(begun)(event)}>
      {shortening !== null && (
        <ShorterWaitDialog
          shortening={shortening}
          onConfirm={() => void shorten(shortening.saving)}
          onClose={() => setShortening(null)}
        />
      )}
      <h2>{t.columnsTitle}</h2>
      <p>{t.columnsText}</p>
      <ColumnList columns={typed.columns} onChange={(columns) => set({ columns: [...columns] })} />
      <Field
        label={t.hours}
        hint={t.hoursHint(hoursLimits.least, hoursLimits.most)}
        error={errors.hours === undefined ? undefined : t.wholeNumber(hoursLimits.least, hoursLimits.most)}
        inputMode="numeric"
        autoComplete="off"
        {...register('hours', {
          validate: (text) => isWhole(text) && hoursSchema.safeParse(Number(text)).success,
          onChange,
        })}
      />
      <Field
        label={t.days}
        hint={t.daysHint(daysLimits.most)}
        error={errors.days === undefined ? undefined : t.wholeNumber(daysLimits.least, daysLimits.most)}
        inputMode="numeric"
        autoComplete="off"
        {...register('days', {
          validate: (text) => isWhole(text) && daysSchema.safeParse(Number(text)).success,
          onChange,
        })}
      />
      <TextArea
        label={t.roomTypes}
        need="optional"
        hint={t.roomTypesHint}
        rows={5}
        error={errors.roomTypes === undefined ? undefined : roomTypesWrong()}
        autoComplete="off"
        {...register('roomTypes', { validate: (text) => roomTypesFault(roomTypesIn(text)) === null, onChange })}
      />
      {problem !== null && <ProblemNote problem={problem} />}
      <div ref={clash}>
        {theirs !== null && (
          <StateNote
            state="warning"
            word={t.conflict}
            announce="now"
            action={
              <ButtonRow>
                <Button onClick={() => onTheirs(theirs)}>{t.theirs}</Button>
                <Button onClick={(event) => void save(theirs.revision)(event)}>{t.mine}</Button>
              </ButtonRow>
            }
          >
            <p>{t.conflictText}</p>
          </StateNote>
        )}
      </div>
      {changed && <p>{t.unsaved}</p>}
      <ButtonRow>
        <Button kind="primary" type="submit" busy={isSubmitting}>
          {t.save}
        </Button>
        {changed && (
          <Button kind="plain" onClick={onDiscard}>
            {t.discard}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}

import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { dateSchema } from '../../protocol/time.ts';
import { parseAmountSpent } from '../../pii/amount-spent.ts';
import { limits } from '../../pii/limits.ts';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { NoteAnswers } from './note-answers.ts';

interface FieldsProps {
  readonly register: UseFormRegister<NoteAnswers>;
  readonly errors: FieldErrors<NoteAnswers>;
}

interface StayFieldsProps extends FieldsProps {
  /** The hotel's kinds of room; where there are none the field takes any word. */
  readonly roomTypes: readonly string[];
  /** What the room's type was before: one the hotel no longer has can stay. */
  readonly roomType: string;
  /** The earliest day to leave; null where the day is not asked for. */
  readonly earliest: string | null;
}

/** Room, its type, and the planned day of leaving. */
export function StayFields({ register, errors, roomTypes, roomType, earliest }: StayFieldsProps) {
  const t = useMessages('staff').arrival;
  const record = useMessages('staff').record;
  const kinds = [...new Set([...roomTypes, roomType])].filter((kind) => kind !== '');
  return (
    <div className="arrival-form__pair">
      <Field
        label={t.room}
        error={errors.room === undefined ? undefined : errors.room.type === 'maxLength' ? t.roomTooLong : t.roomMissing}
        autoComplete="off"
        data-key="arrive"
        {...register('room', { validate: (room) => room.trim() !== '', maxLength: limits.room })}
      />
      {kinds.length > 0 ? (
        <SelectField
          label={record.roomType}
          need="optional"
          placeholder={record.roomTypeNone}
          options={kinds.map((kind) => ({ value: kind, label: kind }))}
          autoComplete="off"
          {...register('roomType')}
        />
      ) : (
        <Field
          label={record.roomType}
          need="optional"
          error={errors.roomType === undefined ? undefined : record.roomTypeTooLong}
          autoComplete="off"
          {...register('roomType', { maxLength: limits.roomType })}
        />
      )}
      {earliest !== null && (
        <DateField
          label={t.checkOut}
          error={
            errors.checkOut === undefined
              ? undefined
              : errors.checkOut.type === 'early'
                ? t.checkOutEarly
                : t.checkOutMissing
          }
          {...register('checkOut', {
            validate: {
              real: (date) => dateSchema.safeParse(date).success,
              early: (date) => date >= earliest,
            },
          })}
        />
      )}
    </div>
  );
}

export function RemarksField({ register, errors }: FieldsProps) {
  const t = useMessages('staff').arrival;
  return (
    <TextArea
      label={t.remarks}
      need="optional"
      hint={t.remarksHint}
      rows={2}
      error={errors.remarks === undefined ? undefined : t.remarksTooLong}
      autoComplete="off"
      {...register('remarks', { maxLength: limits.remarks })}
    />
  );
}

/** What a stay cost, and the number a hotel gives by itself. */
export function AccountFields({ register, errors }: FieldsProps) {
  const t = useMessages('staff').record;
  return (
    <div className="arrival-form__pair">
      <Field
        label={t.amount}
        need="optional"
        hint={t.amountHint}
        error={errors.amountSpent === undefined ? undefined : t.amountWrong}
        inputMode="decimal"
        autoComplete="off"
        {...register('amountSpent', { validate: (typed) => parseAmountSpent(typed) !== undefined })}
      />
      <Field
        label={t.ownNumber}
        need="optional"
        hint={t.ownNumberHint}
        error={errors.ownNumber === undefined ? undefined : t.ownNumberTooLong}
        autoComplete="off"
        {...register('ownNumber', { maxLength: limits.fileNumber })}
      />
    </div>
  );
}

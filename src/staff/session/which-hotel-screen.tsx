import { useForm } from 'react-hook-form';
import { propertyIdSchema } from '../../protocol/ids.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { StaffTop } from '../app/staff-top.tsx';

/** For a tablet opened without the desk's address, such as from its home screen for the first time. */
export function WhichHotelScreen({ onChosen }: { readonly onChosen: (property: string) => void }) {
  const t = useMessages('staff').whichHotel;
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  const submit = handleSubmit(({ code }) => onChosen(code.trim().toLowerCase()));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Screen
        top={<StaffTop />}
        actions={
          <Button kind="primary" type="submit" wide>
            {t.submit}
          </Button>
        }
      >
        <h1>{t.title}</h1>
        <p>{t.text}</p>
        <Field
          label={t.code}
          error={formState.errors.code === undefined ? undefined : t.codeWrong}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          autoComplete="off"
          {...register('code', {
            validate: (value) => propertyIdSchema.safeParse(value.trim().toLowerCase()).success,
          })}
        />
      </Screen>
    </form>
  );
}

import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { exportPurposeSchema, exportPurposes, exportReasons } from '../../protocol/guest-export.ts';
import { openingReasonSchema } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useBroughtIntoView } from '../app/use-brought-into-view.ts';
import type { Session } from '../session/sign-in.ts';
import { useExportRun } from './export-context.tsx';
import { ExportProgress } from './export-progress.tsx';
import { isUnderWay } from './export-run.ts';
import { columnsOf } from './export-table.ts';

const orderSchema = z.object({
  purpose: exportPurposeSchema,
  reason: openingReasonSchema,
  format: z.enum(['xlsx', 'csv']),
});

/** Asks for which purpose and why, and has the file made on this tablet. Offers only purposes whose key this person holds. */
export function ExportSection({ session }: { readonly session: Session }) {
  const t = useMessages('exports');
  const staff = useMessages('staff');
  const common = useMessages('common');
  const { run, state } = useExportRun();
  const { register, handleSubmit, control, formState, setValue } = useForm({
    defaultValues: { purpose: '', reason: '', format: 'xlsx' },
  });
  const purposes = exportPurposes.filter((purpose) => session.person.granted.includes(purpose));
  const chosen = exportPurposeSchema.safeParse(useWatch({ control, name: 'purpose' }));
  const reasons = chosen.success ? exportReasons(chosen.data) : [];
  const underWay = isUnderWay(state);
  const begin = useRef<HTMLButtonElement>(null);
  // Only what follows a press here; a file that ends by itself leaves the page as it is read.
  const pressed = state.kind === 'begun' || state.kind === 'stopped' ? state.kind : null;
  const progress = useBroughtIntoView<HTMLDivElement>(pressed);

  function stop() {
    // The button that stops goes, and the focus would go with it.
    begin.current?.focus({ preventScroll: true });
    run.stop();
  }

  function start(typed: Readonly<Record<keyof z.infer<typeof orderSchema>, string>>) {
    const order = orderSchema.safeParse(typed);
    if (order.success) void run.start(order.data, t, staff.purposes[order.data.purpose]);
  }

  if (purposes.length === 0) {
    return (
      <section>
        <h2>{t.title}</h2>
        <p>{t.none}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <form onSubmit={(event) => void handleSubmit(start)(event)}>
        <SelectField
          label={t.purpose}
          placeholder={t.choose}
          error={formState.errors.purpose === undefined ? undefined : t.missing}
          options={purposes.map((purpose) => ({ value: purpose, label: staff.purposes[purpose] }))}
          disabled={underWay}
          {...register('purpose', { required: true, onChange: () => setValue('reason', '') })}
        />
        {chosen.success && (
          <p>{t.holds(columnsOf[chosen.data].map((column) => t.columns[column]).join(common.listSeparator))}</p>
        )}
        <SelectField
          label={t.reason}
          placeholder={t.choose}
          error={formState.errors.reason === undefined ? undefined : t.missing}
          options={reasons.map((reason) => ({ value: reason, label: staff.opening.reasons[reason] }))}
          disabled={underWay}
          {...register('reason', { required: true })}
        />
        <SelectField
          label={t.format}
          options={[
            { value: 'xlsx', label: t.formats.xlsx },
            { value: 'csv', label: t.formats.csv },
          ]}
          disabled={underWay}
          {...register('format')}
        />
        <Button ref={begin} type="submit" icon="download" busy={underWay}>
          {t.start}
        </Button>
      </form>
      <div ref={progress}>
        <ExportProgress state={state} onStop={stop} />
      </div>
    </section>
  );
}

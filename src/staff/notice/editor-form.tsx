import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import type { Editor } from './use-editor.ts';

interface EditorFormProps {
  readonly editor: Editor;
  readonly title: string;
  readonly wide?: boolean;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** What stands around the fields of a part of the notice: its title, keeping it, and the way back, which throws nothing away unasked. */
export function EditorForm({
  editor: { form, keep, changed, forget },
  title,
  wide = false,
  onBack,
  children,
}: EditorFormProps) {
  const t = useMessages('noticeEditor');
  const common = useMessages('common');
  const [leaving, setLeaving] = useState(false);
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      className="place"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Screen
        wide={wide}
        actions={
          <>
            <Button kind="primary" type="submit" wide>
              {t.keep}
            </Button>
            <Button kind="plain" icon="back" onClick={() => (changed ? setLeaving(true) : onBack())}>
              {common.back}
            </Button>
          </>
        }
      >
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </Screen>
      {leaving && (
        <QuestionDialog
          title={t.leaveTitle}
          leave={t.stay}
          onClose={() => setLeaving(false)}
          action={
            <Button
              kind="destructive"
              onClick={() => {
                forget();
                onBack();
              }}
            >
              {t.leave}
            </Button>
          }
        >
          <p>{t.leaveText}</p>
        </QuestionDialog>
      )}
    </form>
  );
}

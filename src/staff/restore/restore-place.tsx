import { useState } from 'react';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SheetCodeScreen } from '../recovery/sheet-code-screen.tsx';
import type { Session } from '../session/sign-in.ts';
import { NewOwnerScreen } from './new-owner-screen.tsx';
import { type OpenedSheet, openWithSheet } from './open-with-sheet.ts';

interface RestorePlaceProps {
  readonly property: string;
  readonly onBack: () => void;
  readonly onSignedIn: (session: Session) => void;
}

/** From the recovery sheet to a signed-in new owner. What the sheet opens is in this memory alone. */
export function RestorePlace({ property, onBack, onSignedIn }: RestorePlaceProps) {
  const t = useMessages('staff').restore;
  const { door } = useTools();
  const [opened, setOpened] = useState<OpenedSheet | null>(null);
  if (opened !== null) return <NewOwnerScreen opened={opened} onBack={onBack} onSignedIn={onSignedIn} />;
  return (
    <SheetCodeScreen
      top={<StaffTop />}
      title={t.title}
      text={t.text}
      submit={t.submit}
      working={t.working}
      other={t.other}
      back={t.back}
      onBack={onBack}
      onCode={async (code) => setOpened(await openWithSheet(door, property, code))}
    />
  );
}

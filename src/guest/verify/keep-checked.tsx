import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { saveFile } from '../phone/save-file.ts';

/** Keeps what was fetched by the link on paper, so that it can be checked again with no server at all. */
export function KeepChecked({ device, text }: { readonly device: Device; readonly text: string }) {
  const t = useMessages('myRegistration').handed;
  return (
    <section>
      <p>{t.keepText}</p>
      {device.inApp ? (
        <CopyButton text={text} label={t.copy} />
      ) : (
        <Button
          icon="download"
          onClick={() => saveFile(device.window, `${t.fileName}.json`, new Blob([text], { type: 'application/json' }))}
        >
          {t.save}
        </Button>
      )}
    </section>
  );
}

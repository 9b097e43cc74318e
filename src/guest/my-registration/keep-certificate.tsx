import { useState } from 'react';
import type { DeletedClass, Deletion, ProvenReceipt, Receipt } from '../../protocol/receipt.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { pages } from '../../protocol/pages.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { saveFile } from '../phone/save-file.ts';
import { drawCertificate } from './certificate-picture.ts';
import { classTitle } from './class-title.ts';
import { passedOnLines } from './passed-on-lines.ts';

interface KeepCertificateProps {
  readonly device: Device;
  readonly proven: ProvenReceipt;
  readonly receipt: Receipt;
  readonly deletion: Deletion;
  readonly fingerprint: Uint8Array;
  readonly code: string;
}

/** Picture, file, paper, and the page that verifies it. What doesn't work inside another app isn't offered. */
export function KeepCertificate({ device, proven, receipt, deletion, fingerprint, code }: KeepCertificateProps) {
  const all = useMessages('myRegistration');
  const t = all.certificate;
  const guest = useMessages('guest').receipt;
  const common = useMessages('common');
  const language = useLanguage();
  const onPhone = useAssisted() === null;
  const [picture, setPicture] = useState<string | null>(null);
  const [pictureFailed, setPictureFailed] = useState(false);
  const file = JSON.stringify(proven);
  const name = t.fileName(code);

  function showPicture() {
    const titleOf = (one: DeletedClass) => classTitle(one, receipt, all, language);
    const instant = (at: string) => formatInstant(at, language, 'Asia/Shanghai');
    const erased = deletion.classes.filter(({ outcome }) => outcome === 'erased').map((one) => titleOf(one.class));
    const kept = deletion.classes
      .filter(({ outcome }) => outcome === 'sealed-off')
      .map((one) => {
        const until = one.until === null ? t.untilUnknown : formatCalendarDate(one.until, language);
        return [titleOf(one.class), one.article, `${t.until} ${until}`].filter((part) => part !== null).join(' · ');
      });
    const facts: [string, string][] = [[t.what, erased.join(common.listSeparator)]];
    if (kept.length > 0) facts.push([t.kept, kept.join(common.listSeparator)]);
    facts.push(
      [t.completed, instant(deletion.done_at)],
      [t.processors, passedOnLines(deletion, t, titleOf, instant).join(' ')],
      [t.backups, formatCalendarDate(deletion.gone_from_backups, language)],
      [t.number, receipt.receipt_id],
    );
    const words = { title: t.title, hotel: receipt.parties.controller.name, facts, caption: t.verifyText };
    try {
      setPicture(drawCertificate(device.window.document, words, fingerprint).toDataURL('image/png'));
    } catch {
      setPictureFailed(true);
    }
  }

  return (
    <section>
      <h2>{t.keep}</h2>
      <p>{t.keepText}</p>
      <ButtonRow>
        {onPhone && (
          <Button icon="picture" onClick={showPicture}>
            {t.picture}
          </Button>
        )}
        {onPhone && device.inApp && <CopyButton text={file} label={t.copy} />}
        {onPhone && !device.inApp && (
          <Button
            icon="download"
            onClick={() => saveFile(device.window, `${name}.json`, new Blob([file], { type: 'application/json' }))}
          >
            {t.file}
          </Button>
        )}
        {!(onPhone && device.inApp) && (
          <Button icon="print" onClick={() => device.window.print()}>
            {common.print}
          </Button>
        )}
        {onPhone && (
          <LinkButton href={pages.verify} icon="check">
            {t.verify}
          </LinkButton>
        )}
      </ButtonRow>
      <p>{t.verifyText}</p>
      {pictureFailed && <p role="alert">{guest.pictureFailed}</p>}
      <Dialog
        open={picture !== null}
        onClose={() => setPicture(null)}
        title={t.picture}
        actions={
          <>
            <Button onClick={() => setPicture(null)}>{common.close}</Button>
            {!device.inApp && picture !== null && (
              <a className="button button--primary" href={picture} download={`${name}.png`}>
                {common.save}
              </a>
            )}
          </>
        }
      >
        {picture !== null && (
          <>
            <img className="keep-receipt__picture" src={picture} alt={t.pictureAlt} />
            <p>{guest.pictureHold}</p>
          </>
        )}
      </Dialog>
    </section>
  );
}

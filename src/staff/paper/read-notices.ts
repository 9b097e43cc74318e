import { verifyNotice } from '../../crypto/verify-manifest.ts';
import { noticeAt } from '../../protocol/asked-now.ts';
import type { Language } from '../../protocol/languages.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { Messages } from '../../ui/messages/messages.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { Hotel } from '../session/read-hotel.ts';

/** A published notice and the words around it. */
export interface PaperLanguage {
  readonly language: Language;
  readonly notice: Notice;
  readonly common: Messages['common'];
  readonly form: Messages['staff']['paper']['form'];
  readonly temporary: Messages['temporary'];
}

/** The notices guests get, each held against the signed manifest. Throws Refusal `notice_changed`, `offline` and the server's. */
export async function readNotices(
  door: Pick<DoorApi, 'published'>,
  { property, manifest }: Hotel,
  languages: readonly Language[],
  now: number,
): Promise<readonly PaperLanguage[]> {
  return Promise.all(
    languages.map(async (language) => {
      const [published, words] = await Promise.all([door.published(property, language), loadStaffCatalogue(language)]);
      // Printed is what is asked today.
      const notice = noticeAt(await verifyNotice(published.notice, language, manifest.manifest), now);
      return { language, notice, common: words.common, form: words.staff.paper.form, temporary: words.staff.temporary };
    }),
  );
}

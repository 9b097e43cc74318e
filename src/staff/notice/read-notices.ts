import type { NoticeTexts } from '../../protocol/api.ts';
import { languages } from '../../protocol/languages.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { verifyNotice } from '../../crypto/verify-manifest.ts';
import type { DoorApi } from '../api/staff-api.ts';

/**
 * The exact notice texts a manifest names, fetched as guests get them and checked by their hashes.
 * Throws Refusal `notice_changed` where the server has other texts than the signed ones, and the server's.
 */
export async function readNotices(
  door: Pick<DoorApi, 'published'>,
  property: string,
  manifest: Manifest,
): Promise<NoticeTexts> {
  const texts: NoticeTexts = {};
  for (const language of languages) {
    if (manifest.notices[language] === undefined) continue;
    const { notice } = await door.published(property, language);
    await verifyNotice(notice, language, manifest);
    texts[language] = notice;
  }
  return texts;
}

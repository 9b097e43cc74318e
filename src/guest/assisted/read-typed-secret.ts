import { parseRecoveryCode } from '../../crypto/recovery-code.ts';
import { encodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import { parseSecretFragment } from '../registration/take-secret.ts';

/**
 * The guest's secret out of what somebody typed or a hand scanner sent: the slip's groups, a whole link, or what stands behind its #.
 * Null where it is neither, or where the slip's checksum finds a slip of the finger.
 */
export async function readTypedSecret(typed: string): Promise<string | null> {
  const text = typed.trim();
  const fromLink = parseSecretFragment(text.slice(text.indexOf('#') + 1));
  if (fromLink !== null) return fromLink;
  try {
    return encodeBase64Url(await parseRecoveryCode(text));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

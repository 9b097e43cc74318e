import type { DeviceKind } from '../../protocol/staff.ts';

/** What kind of device this is, as people call it; nothing else of what a browser tells goes anywhere. */
export function deviceKind({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): DeviceKind {
  if (/iPhone/.test(userAgent)) return 'iphone';
  // A tablet of this make calls itself a computer; computers of this make have no touch.
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ipad';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'android-phone' : 'android-tablet';
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh/.test(userAgent)) return 'mac';
  return /Linux|CrOS/.test(userAgent) ? 'linux' : 'other';
}

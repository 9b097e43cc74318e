/** What a message to oneself says and where it goes; the phone's own programs send it, so the hotel never learns the address. */
export interface MessageToMyself {
  readonly subject: string;
  readonly text: string;
}

/** A text message. `?&body=` is what both Android and iOS understand. `number` is E.164 or '' to choose on the phone. */
export function smsLink(number: string, { text }: MessageToMyself): string {
  return `sms:${number}?&body=${encodeURIComponent(text)}`;
}

/** An e-mail (RFC 6068). `address` may be '' to choose in the mail program. */
export function mailLink(address: string, { subject, text }: MessageToMyself): string {
  const to = encodeURIComponent(address).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CountdownRing } from '../../../src/ui/components/countdown-ring.tsx';
import { Dialog } from '../../../src/ui/components/dialog.tsx';
import { Field } from '../../../src/ui/components/field.tsx';
import { LanguageSwitch } from '../../../src/ui/components/language-switch.tsx';
import { ProgressNote } from '../../../src/ui/components/progress-note.tsx';
import { PurposeCard } from '../../../src/ui/components/purpose-card.tsx';
import { StateNote } from '../../../src/ui/components/state-note.tsx';
import { YesNo } from '../../../src/ui/components/yes-no.tsx';
import { guestCatalogue } from '../../../src/ui/messages/en/guest-catalogue.ts';
import { MessagesProvider } from '../../../src/ui/messages/messages-provider.tsx';
import { QrCode } from '../../../src/ui/qr/qr-code.tsx';
import { SealPress } from '../../../src/ui/seal/seal-press.tsx';

function html(element: ReactElement): string {
  return renderToStaticMarkup(
    <MessagesProvider language="en" catalogue={guestCatalogue}>
      {element}
    </MessagesProvider>,
  );
}

const purpose = { title: 'Offers', whatFor: 'We write.', whatIsNeeded: 'E-mail', howLong: 'A year' };

describe('HTML made by the server', () => {
  test.each([
    ['card', <PurposeCard key="1" {...purpose} />],
    ['ring', <CountdownRing key="2" left={12} total={30} />],
    [
      'progress',
      <ProgressNote key="3" done={1} total={3}>
        Sealing
      </ProgressNote>,
    ],
    ['seal', <SealPress key="4" fingerprint={new Uint8Array(16)} />],
    ['code', <QrCode key="5" text="https://hotel.example" label="Hotel" />],
    [
      'dialog',
      <Dialog key="6" open={false} onClose={() => undefined} title="Open">
        Why
      </Dialog>,
    ],
  ])('has no inline style, which the page’s policy forbids: %s', (_name, element) => {
    expect(html(element)).not.toMatch(/ style=/);
  });

  test('asks with nothing chosen beforehand', () => {
    const asked = html(<YesNo name="offers" question="Offers" />);
    expect(asked.match(/type="radio"/g)).toHaveLength(2);
    expect(asked).not.toMatch(/checked/);
  });

  test('shows an earlier decision', () => {
    expect(html(<YesNo name="offers" question="Offers" defaultValue="no" />)).toMatch(
      /<input[^>]*checked=""[^>]*value="no"/,
    );
  });

  test('ties what is said about a field to its control', () => {
    const field = html(<Field id="phone" label="Phone" purposes={['Offers']} hint="Any country" error="Too short" />);
    expect(field).toContain('aria-describedby="phone-purpose phone-hint phone-error"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('For offers');
  });

  test('says a state in words', () => {
    expect(html(<StateNote state="offline" />)).toContain('Offline');
  });

  test('names the law apart from consent', () => {
    const card = html(<PurposeCard {...purpose} law={{ article: 'Article 6' }} />);
    expect(card).toContain('Required by law');
    expect(card).toContain('Article 6');
  });

  test('offers each language as a link that works without scripts', () => {
    const switcher = html(
      <LanguageSwitch
        languages={['zh-Hans', 'en']}
        hrefFor={(language) => `?lang=${language}`}
        onSelect={() => undefined}
      />,
    );
    expect(switcher).toContain('href="?lang=zh-Hans"');
    expect(switcher).toMatch(/aria-current="true"[^>]*href="\?lang=en"|href="\?lang=en"[^>]*aria-current="true"/);
  });
});

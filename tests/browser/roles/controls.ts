import type { Page } from '@playwright/test';
import {
  isOffered,
  type OnScreen,
  onScreen,
  type ScreenName,
  type ScreenWords,
  type Somebody,
} from '../../support/on-screen.ts';
import { type StaffRouteName, staffRoutes } from '../../support/staff-actions.ts';

interface Control {
  readonly name: string;
  /** The parts of the page it is in, of those asked for. */
  readonly within: readonly string[];
  /** Everything the dialog around it says. */
  readonly beside: string;
  /** Whether a person can see it and press it. */
  readonly works: boolean;
}

type Pressed = Extract<OnScreen, { readonly on: ScreenName }>;
const isPressed = (line: OnScreen): line is Pressed => 'on' in line;

/** Everything on the page that can be pressed or chosen from, also what is hidden or dead. */
async function controlsOn(page: Page): Promise<Control[]> {
  const parts = [...new Set(Object.values(onScreen).flatMap((line) => (isPressed(line) ? line.within : [])))];
  return page.evaluate((selectors) => {
    const nameOf = (element: Element) => {
      const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
      const words = labels.map((label) => label.textContent).join(' ');
      return element.getAttribute('aria-label') ?? (words === '' ? element.textContent : words);
    };
    return [...document.querySelectorAll('button, a[href], select, input, [role=button]')].map((element) => ({
      name: nameOf(element).replaceAll(/\s+/g, ' ').trim(),
      within: selectors.filter((selector) => element.closest(selector) !== null),
      beside: element.closest('dialog')?.textContent ?? '',
      works:
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !element.matches(':disabled, [aria-disabled=true]') &&
        element.closest('[inert], [aria-hidden=true]') === null,
    }));
  }, parts);
}

export interface Offer {
  /** Actions that can be done here, by the screen they belong to. */
  readonly works: readonly StaffRouteName[];
  /** Actions whose control is there in some way, at any screen. */
  readonly there: readonly StaffRouteName[];
}

/** Which actions of the table have their control on the page just now. */
export async function offerOn(page: Page, t: ScreenWords, screen: ScreenName | null): Promise<Offer> {
  const controls = await controlsOn(page);
  const ofAction = (name: StaffRouteName) => {
    const line = onScreen[name];
    if (!isPressed(line)) return [];
    return controls.filter(
      (control) =>
        control.name === line.name(t) &&
        control.within.includes(line.within) &&
        (line.beside === undefined || control.beside.includes(line.beside(t))),
    );
  };
  const isHere = (name: StaffRouteName) => {
    const line = onScreen[name];
    return isPressed(line) && line.on === screen;
  };
  return {
    works: staffRoutes.filter((name) => isHere(name) && ofAction(name).some(({ works }) => works)),
    there: staffRoutes.filter((name) => ofAction(name).length > 0),
  };
}

/** What the table says of a screen, for somebody. */
export function offeredOn(somebody: Somebody, screen: ScreenName) {
  const offered = staffRoutes.filter((name) => isOffered(somebody, name));
  return {
    pressed: offered.filter(
      (name) => isPressed(onScreen[name]) && 'on' in onScreen[name] && onScreen[name].on === screen,
    ),
    fetched: offered.filter((name) => 'fetchedOn' in onScreen[name] && onScreen[name].fetchedOn === screen),
  };
}

import { createContext, type ReactNode, useContext } from 'react';

const AutofillContext = createContext(true);

/** Inside, no field offers what was typed before and none asks the browser to remember: the device is not the guest's own. */
export function WithoutAutofill({ children }: { readonly children: ReactNode }) {
  return <AutofillContext value={false}>{children}</AutofillContext>;
}

/** What a control's `autoComplete` becomes: what it asks for, or off. Off also keeps its content out of the tab's own memory. */
export function useAutofill<Asked extends string | undefined>(asked: Asked): Asked | 'off' {
  return useContext(AutofillContext) ? asked : 'off';
}

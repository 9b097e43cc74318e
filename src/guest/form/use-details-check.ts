import { useCallback, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { emptyMinor, type FieldPath, type RawDetails } from '../../pii/raw-details.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { toDate } from '../../protocol/time.ts';
import type { Device } from '../phone/device.ts';
import { ageGroupOn } from './age-group.ts';
import type { DetailsForm, Reasons } from './form-context.ts';
import { countAtLeast } from './identity-fields.tsx';
import { loadFinish } from './load-finish.ts';
import { completeDetails, withoutHidden } from './starting-details.ts';

const nothing: Reasons = new Map();

/** What came of looking at the form. `guardian`: the guest is a child of under 14. */
export type Checked =
  | { readonly kind: 'details'; readonly details: GuestDetails }
  | { readonly kind: 'reasons' }
  | { readonly kind: 'guardian' };

/** Checks a form, and remembers per field why it couldn't be taken until it is changed. */
export function useDetailsCheck(device: Device, form: DetailsForm, chosen: PurposeId[], statutory: PurposeId[]) {
  const [reasons, setReasons] = useState<Reasons>(nothing);
  const onChanged = useCallback((path: FieldPath) => {
    setReasons((before) => {
      if (!before.has(path)) return before;
      const after = new Map(before);
      after.delete(path);
      return after;
    });
  }, []);

  /** `quietly` says nothing about what is missing: nobody has pressed anything yet. */
  async function check(quietly = false): Promise<Checked> {
    const raw = completeDetails(form.getValues());
    const { checkDetails, checkParty } = await loadFinish();
    const result = await checkDetails(raw, {
      purposesChosen: chosen,
      statutoryHere: statutory,
      today: toDate(device.clock()),
    });
    if (!result.ok) {
      if (quietly) return { kind: 'reasons' };
      const [guest] = raw.people;
      const unlisted = result.reasons.get('people.0.birthDate') === 'minor_not_listed';
      if (unlisted && guest !== undefined && ageGroupOn(guest, raw.checkIn) === 'under-14') return { kind: 'guardian' };
      setReasons(addUnlistedMinors(result.reasons, raw));
      return { kind: 'reasons' };
    }
    const party = checkParty(result.details);
    if (party.kind === 'guardian-needed') return { kind: 'guardian' };
    setReasons(party.kind === 'reasons' && !quietly ? party.reasons : nothing);
    return party.kind === 'fine' ? { kind: 'details', details: result.details } : { kind: 'reasons' };
  }

  /** A child among the people of the register gets a place among the children, so that no name is typed twice. */
  function addUnlistedMinors(found: Reasons, raw: RawDetails): Reasons {
    const all = withoutHidden(found, raw);
    for (const [path, reason] of found) {
      const at = /^people\.(\d+)\.birthDate$/.exec(path)?.[1];
      if (reason !== 'minor_not_listed' || at === undefined) continue;
      const person = raw.people[Number(at)];
      if (person === undefined) continue;
      const rows = form.getValues('minors');
      const minorName = at === '0' ? raw.name : person.name;
      const minorAge = ageGroupOn(person, raw.checkIn);
      form.setValue('minors', [...rows, { ...emptyMinor, minorName, minorAge }]);
      all.delete(path);
      all.set(`minors.${rows.length}.guardianName`, 'missing');
    }
    countAtLeast({ form }, raw.people.length);
    return all;
  }

  return { reasons, onChanged, check };
}

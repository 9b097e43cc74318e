import type { Checked, FieldReason } from './field-reason.ts';
import type { FieldPath } from './raw-details.ts';

/** Collects the reasons of one form, the first for each field, in the order they were found. */
export class Findings {
  readonly reasons = new Map<FieldPath, FieldReason>();

  /** The value, or null after writing down why there is none. */
  take<Value>(path: FieldPath, checked: Checked<Value>): Value | null {
    if (checked.ok) return checked.value;
    this.add(path, checked.reason);
    return null;
  }

  add(path: FieldPath, reason: FieldReason): void {
    if (!this.reasons.has(path)) this.reasons.set(path, reason);
  }
}

import type { LogCheck, LogFinding, WitnessOutcome } from '../crypto/log/log-check.ts';

const outcomes: Readonly<Record<WitnessOutcome['outcome'], string>> = {
  agrees: 'agrees',
  contradicts: 'CONTRADICTS THE LOG',
  'not-reached': 'not reached: the log breaks before',
  unreadable: 'can’t be read: it was cut or changed on its way, and says nothing of the log',
};

/** A check's outcome in plain words. */
export function describeCheck(check: LogCheck, file: string): string {
  const { entries, checkpoints, manifests, fingerprint, witnesses, findings } = check;
  const read = witnesses.filter(({ outcome }) => outcome !== 'unreadable');
  const held = read.length < witnesses.length ? 'holds, but not everything given can be read' : 'everything holds';
  const lines = [
    `${file}: ${check.holds ? held : 'DOES NOT HOLD'}`,
    '',
    `  hotel        ${check.property}, exported ${check.exportedAt}`,
    `  root         ${fingerprint}${check.fingerprintGiven ? '' : ' (as the file says; compare it with a poster, or give --fingerprint)'}`,
    `  read         ${entries} entries, ${checkpoints} checkpoints, ${manifests} manifests`,
  ];
  if (check.first !== null && check.last !== null) lines.push(`  from, to     ${check.first}, ${check.last}`);
  for (const { kind, name, size, outcome } of witnesses)
    lines.push(`  ${kind.padEnd(12)} ${name}${size === null ? '' : `, at ${size} entries`}: ${outcomes[outcome]}`);
  if (findings.length > 0) lines.push('', ...findings.map((found) => `  ✗ ${sentence(found)}`));
  if (check.holds && read.length === 0) {
    lines.push(
      '',
      '  Without an anchor or a receipt from outside, a log that was rewritten and signed anew looks the same.',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One sentence that names the first bad entry or checkpoint. */
function sentence(found: LogFinding): string {
  const place = found.line === null ? '' : ` (line ${found.line})`;
  return `${what(found)}${place}`;
}

function what(found: LogFinding): string {
  const { index, size, witness } = found;
  const entries =
    found.through === null || found.through === index ? `entry ${index}` : `entries ${index} to ${found.through}`;
  switch (found.fault) {
    case 'fingerprint':
      return 'the log is another root’s than the fingerprint given';
    case 'line':
      return `a line that is no entry, manifest or checkpoint, where entry ${index} should be`;
    case 'entry-place':
      return (found.found ?? 0) > (index ?? 0)
        ? `entry ${index} is missing: the next one says it is ${found.found}`
        : `where entry ${index} should be stands one that says it is ${found.found}`;
    case 'entry-changed':
      return `entry ${index} is not the text that was logged`;
    case 'entry-form':
      return `entry ${index} is not a log entry`;
    case 'manifest-signature':
      return `the manifest before entry ${index} is not signed by its root`;
    case 'manifest-root':
      return `the manifest before entry ${index} is signed by another root than the hotel’s`;
    case 'manifest-invalid':
      return `the manifest before entry ${index} is not one of this hotel’s`;
    case 'manifest-chain':
      return `the manifest before entry ${index} does not follow the one before it`;
    case 'manifest-missing':
      return `entry ${index} publishes a manifest that is not the one in the file`;
    case 'manifest-unlogged':
      return `a manifest stands before entry ${index} that no entry publishes`;
    case 'checkpoint-form':
      return `the checkpoint after ${size} entries can’t be read`;
    case 'checkpoint-early':
      return `${entries} missing: a checkpoint of ${found.found} entries comes first`;
    case 'checkpoint-place':
      return `after ${size} entries stands a checkpoint of ${found.found}`;
    case 'checkpoint-key':
      return `the checkpoint of ${size} entries is not signed by the hotel’s receipt key`;
    case 'checkpoint-root':
      return `${entries}: not what the checkpoint of ${size} entries signed`;
    case 'truncated':
      return `${entries} missing: the file ends before`;
    case 'export-missing':
      return 'the end is missing: the last entry is not the one about this export';
    case 'too-long':
      return `entry ${index} is more than the file says it has`;
    case 'unsigned-end':
      return `${entries}: covered by no checkpoint`;
    case 'anchor-other':
      return `${witness} speaks of another hotel’s log`;
    case 'anchor-key':
      return `anchor ${witness} is not signed by this hotel’s receipt key`;
    case 'anchor-longer':
      return `the log was cut off: anchor ${witness} saw ${size} entries, the file has ${found.found}`;
    case 'anchor-contradicts':
      return `the first ${size} entries are not those anchor ${witness} saw: the log was rewritten since`;
    case 'receipt-invalid':
      return `${witness} is not a valid receipt of this hotel`;
    case 'receipt-manifest':
      return `receipt ${witness} names rules this log never published`;
    case 'receipt-longer':
      return `the log was cut off: receipt ${witness} saw ${size} entries, the file has ${found.found}`;
    case 'receipt-entry':
      return `entry ${index} is not the one receipt ${witness} has: the log was rewritten since`;
    case 'receipt-contradicts':
      return `the first ${size} entries are not those receipt ${witness} saw: the log was rewritten since`;
  }
}

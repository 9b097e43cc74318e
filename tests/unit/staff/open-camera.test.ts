import { expect, test } from 'vitest';
import { cameraFaultOf, cameraOf } from '../../../src/staff/app/open-camera.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
])('%s of the browser is told as %s', (name, fault) => {
  expect(cameraFaultOf(new DOMException('…', name))).toBe(fault);
});

test('what isn’t an error of the browser is no camera’s fault anybody foresaw', () => {
  expect(cameraFaultOf('no')).toBe('failed');
});

test('a browser that gives pages no camera is asked for none', () => {
  expect(cameraOf({})).toBeNull();
});

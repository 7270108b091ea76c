import { expect, test } from 'vitest';
import { hashBytes, reportIdOf } from './hashes.ts';

test('a report id is r and 20 letters of the base32 of the hash', () => {
  // SHA-256 of nothing is e3b0c44298fc1c149afbf4c8996fb924…; its base32 (RFC 4648) begins 4OYMIQUY7QOBJGX36TEJS35Z.
  expect(reportIdOf(hashBytes(new Uint8Array()))).toBe('r4oymiquy7qobjgx36tej');
});

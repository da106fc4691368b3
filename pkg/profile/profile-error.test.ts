import { ProfileError, type ProfileErrorCode, quoted } from './profile-error.ts';

test.each<[ProfileErrorCode, string]>([
  ['truncated', 'Copy or upload the file again, it is not complete.'],
  ['corrupt', 'Write the profile again, the file is damaged.'],
  ['unsupported', 'Write the profile again with whylogs 1.x.'],
  ['limit', 'Raise the limit if the file is to be trusted.'],
  ['not-a-profile', 'Keep only whylogs profiles (v1, v0 or a zip of them) in this place.'],
])('%s names the object, the byte and a remedy', (code, remedy) => {
  expect(new ProfileError(code, 'day.bin', 'it is odd', 17).message).toBe(`day.bin: it is odd at byte 17. ${remedy}`);
});

test('without a byte to blame', () => {
  const cause = new Error('below');
  const error = new ProfileError('corrupt', 'day.bin', 'it is odd', null, cause);
  expect(error.message).toBe('day.bin: it is odd. Write the profile again, the file is damaged.');
  expect([error.name, error.offset, error.cause]).toEqual(['ProfileError', null, cause]);
});

test('long and hostile names are cut and quoted', () => {
  expect(quoted('fare')).toBe('"fare"');
  expect(quoted('a"\n')).toBe('"a\\"\\n"');
  expect(quoted('x'.repeat(81))).toBe(`"${'x'.repeat(80)}…"`);
});

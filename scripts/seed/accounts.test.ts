import { expect, test } from 'vitest';
import { newPassword } from './accounts.ts';

test('every password has 20 characters with small and capital letters and digits, as Strapi asks', () => {
  for (let round = 0; round < 200; round += 1) {
    expect(newPassword()).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{20}$/);
  }
});

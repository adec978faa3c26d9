import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

it('has no editor where the settings ask for none', async () => {
  await expect(access(path.join(inject('fixtureSite'), 'admin'))).rejects.toThrow('ENOENT');
});

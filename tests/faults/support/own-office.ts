import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { department, type Department, type DepartmentInput } from '../../support/department.ts';
import { placesOf, type Places } from '../../support/drafts.ts';
import { signIn, type Editor } from '../../support/editor.ts';
import { publishedState } from '../../support/equality.ts';

/** A department that a file of tests has for itself, with its CMS and its site running. */
export interface Office extends Department {
  readonly editor: Editor;
  readonly places: Places;
  /** Stops both and removes what they wrote. */
  close(): Promise<void>;
}

/** `cmsEnv` gives the CMS what it is started with besides, knowing where it writes. */
export async function openOffice(cmsEnv: (dataDir: string) => DepartmentInput['cmsEnv'] = () => ({})): Promise<Office> {
  const { dataDir: seeded, logins, ...settings } = inject('seeded');
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-faults-'));
  cpSync(seeded, dataDir, { recursive: true, verbatimSymlinks: true });
  const office = await department({ ...settings, dataDir, cmsEnv: cmsEnv(dataDir) ?? {} });
  const close = async () => {
    await Promise.all([office.cms.stop(), office.site.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.all([office.cms.start(), office.site.start()]);
    const places = placesOf(await publishedState(office));
    // Sessions outlive the CMS's process: signing in once is enough.
    return { ...office, places, editor: await signIn(office.cms.url, logins), close };
  } catch (error) {
    await close();
    throw error;
  }
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../../scripts/demo/settings.mjs';

/** Texts that tests read and the repository does not keep: the folder with seed/ and corpus/. */
export const handbook = process.env['GONGKAI_HANDBOOK'] || resolve(root, '../shared');

/** Whether it is here: it comes with the machine, not with the repository. */
export const hasHandbook = ['seed', 'corpus/regulations'].every((folder) => existsSync(join(handbook, folder)));

/** What the title of every suite begins with that needs it. Such a suite alone may be skipped, and only where it is not. */
export const HANDBOOK_SUITE = 'handbook: ';

import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addresses } from 'disclosure-contract';
import { endWith, Refusal } from './demo/refusal.mjs';
import {
  compareFiles,
  flawOf,
  folderAt,
  parseManifest,
  siteAt,
  type Difference,
  type Flaw,
} from './manifest/compare.ts';

const USAGE = 'npm run manifest:verify -- --key FILE (--site URL [--manifest FILE] | --dir DIR --manifest FILE)';

/** The key is one that was noted before: a site that was taken over also shows another key. */
interface Options {
  readonly key: string;
  readonly site: string | null;
  readonly dir: string | null;
  readonly manifest: string | null;
}

function readOptions(args: readonly string[]): Options {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string' },
      site: { type: 'string' },
      dir: { type: 'string' },
      manifest: { type: 'string' },
    },
  });
  const path = (given: string | undefined) => (given === undefined ? null : resolve(from, given));
  const [key, site, dir, manifest] = [path(values.key), values.site ?? null, path(values.dir), path(values.manifest)];
  if (key === null || (site === null) === (dir === null) || (site === null && manifest === null)) {
    throw new Refusal(
      `请写明公钥文件，以及网站或文件夹。\n${USAGE}`,
      `Name the key, and a site or a folder.\n${USAGE}`,
    );
  }
  return { key, site: site?.replace(/\/+$/, '') ?? null, dir, manifest };
}

async function textOf({ site, manifest }: Options): Promise<string> {
  if (manifest !== null) return readFileSync(manifest, 'utf8');
  const url = `${site ?? ''}${addresses.manifest()}`;
  const response = await fetch(url);
  if (response.ok) return response.text();
  throw new Refusal(`${url} 没有给出清单（${response.status}）`, `${url} gives no manifest (${response.status})`);
}

const FLAWS: Readonly<Record<Exclude<Flaw, null>, readonly [string, string]>> = {
  unreadable: ['这不是清单', 'This is no manifest'],
  signature: ['清单的签名与公钥不符', 'The manifest was not signed with this key'],
  rows: ['清单的内容被改动过，与签名时不同', 'The rows of the manifest are not those that were signed'],
};

const WAYS: Readonly<Record<Difference['way'], readonly [string, string]>> = {
  altered: ['被改动', 'altered'],
  missing: ['缺失', 'missing'],
  added: ['清单里没有', 'not in the manifest'],
};

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const manifest = parseManifest(await textOf(options));
  const flaw = flawOf(manifest, readFileSync(options.key, 'utf8'));
  if (flaw !== null || manifest === null) {
    console.log(FLAWS[flaw ?? 'unreadable'].join('\n'));
    return 1;
  }
  let differences = 0;
  // The folder itself and not the link to it: a rebuild may switch the link meanwhile.
  const place = options.dir === null ? siteAt(options.site ?? '') : folderAt(realpathSync(options.dir));
  await compareFiles(manifest, place, ({ path, way }) => {
    differences += 1;
    console.log(`${path}  ${WAYS[way].join(' / ')}`);
  });
  const { position, at, files } = manifest.head;
  const [zh, en] =
    differences === 0
      ? [`${files} 个公开文件与清单一致`, `${files} public files are as the manifest says`]
      : [`${differences} 个公开文件与清单不一致`, `${differences} public files are not as the manifest says`];
  console.log(`${zh}（变更 ${position}，签于 ${at}）\n${en} (change ${position}, signed at ${at})`);
  return differences === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  endWith(error);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startComponents } from '../tests/components/start.ts';
import { endWith } from './demo/refusal.mjs';

const PORT = Number(process.env['SITE_PORT'] ?? 4330);
const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-components-'));

try {
  const site = await startComponents(PORT, dataDir);
  console.log(`每个组件的每种状态 / every component in every state: ${site.page}`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void site.stop().then(() => end(0)));
  }
} catch (error) {
  rmSync(dataDir, { recursive: true, force: true });
  endWith(error);
}

function end(code: number): void {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}

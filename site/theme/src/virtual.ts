import { fileURLToPath } from 'node:url';
import { COMPONENT_NAMES } from './component-names.ts';
import type { Options, PageOptions } from './options.ts';

const PREFIX = 'virtual:astro-disclosure/';
const RESOLVED = '\0';

/** Source of every virtual module by its id. `root` is the folder of the site. */
export function virtualSources(options: Options, root: URL): Map<string, string> {
  const { components, customCss, ...pageOptions } = options;
  const sources = new Map<string, string>();

  sources.set(`${PREFIX}options`, `export default ${JSON.stringify(pageOptions satisfies PageOptions)};`);
  sources.set(`${PREFIX}custom-css`, customCss.map((path) => `import ${specifier(path, root)};`).join('\n'));
  for (const name of COMPONENT_NAMES) {
    const path = components[name] ?? `astro-disclosure/src/components/${name}.astro`;
    sources.set(`${PREFIX}components/${name}`, `export { default } from ${specifier(path, root)};`);
  }
  return sources;
}

/** A Vite plugin that serves {@link virtualSources}. */
export function virtualModules(options: Options, root: URL) {
  const sources = virtualSources(options, root);
  return {
    name: 'astro-disclosure:virtual-modules',
    resolveId: (id: string) => (sources.has(id) ? RESOLVED + id : undefined),
    load: (id: string) => (id.startsWith(RESOLVED) ? sources.get(id.slice(RESOLVED.length)) : undefined),
  };
}

/** Relative paths count from the site's folder; anything else is left to the resolver. */
function specifier(path: string, root: URL): string {
  return JSON.stringify(path.startsWith('.') ? fileURLToPath(new URL(path, root)) : path);
}

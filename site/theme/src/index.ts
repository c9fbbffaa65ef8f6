import type { AstroIntegration } from 'astro';
import { parseOptions, type UserOptions } from './options.ts';
import { ROUTES } from './routes.ts';
import { virtualModules } from './virtual.ts';

export type { ComponentName } from './component-names.ts';
export type { UserOptions } from './options.ts';

const NAME = 'astro-disclosure';

/** The theme as an Astro integration: pages, their parts, and the adapter that makes the build a site node. */
export default function disclosure(userOptions: UserOptions): AstroIntegration {
  const options = parseOptions(userOptions);
  return {
    name: NAME,
    hooks: {
      'astro:config:setup': ({ config, injectRoute, updateConfig }) => {
        if (config.base !== '/') {
          throw new Error(`Cannot build the site: "base" is "${config.base}", and the addresses begin at "/"`);
        }
        for (const { pattern, file } of ROUTES) {
          injectRoute({ pattern, entrypoint: `${NAME}/src/routes/${file}`, prerender: false });
        }
        if (config.adapter !== undefined) {
          throw new Error(
            `Cannot build the site: the theme is its own adapter, remove "${config.adapter.name}" from astro.config`,
          );
        }
        updateConfig({
          // Astro looks for this key before it builds pages on demand; setAdapter() below is what counts.
          adapter: { name: NAME, hooks: {} },
          output: 'server',
          // Items end in a slash, feeds do not.
          trailingSlash: 'ignore',
          // Chinese needs no spaces between elements, and the line breaks of a template must not become some.
          compressHTML: 'jsx',
          session: false,
          cache: { provider: { entrypoint: `${NAME}/src/node/page-cache.ts` } },
          // Nothing inline, so that a content security policy needs no exceptions.
          build: { inlineStylesheets: 'never' },
          vite: { build: { assetsInlineLimit: 0 }, plugins: [virtualModules(options, config.root)] },
        });
      },
      'astro:config:done': ({ setAdapter, injectTypes }) => {
        setAdapter({
          name: NAME,
          entrypointResolution: 'auto',
          serverEntrypoint: `${NAME}/src/node/server-entry.ts`,
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: {
            staticOutput: 'stable',
            hybridOutput: 'stable',
            serverOutput: 'stable',
            sharpImageService: 'stable',
          },
        });
        injectTypes({ filename: 'theme.d.ts', content: `/// <reference types="${NAME}/src/env.d.ts" />\n` });
      },
    },
  };
}

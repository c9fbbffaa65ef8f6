import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMPONENT_NAMES } from './component-names.ts';
import { parseOptions } from './options.ts';
import { virtualSources } from './virtual.ts';

const root = new URL('file:///srv/site/');
const organ = { zh: '某市某局' };
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('virtualSources()', () => {
  test('serves the component of the site in the place of the theme’s', () => {
    const sources = virtualSources(parseOptions({ organ, components: { Footer: './src/Footer.astro' } }), root);
    expect(sources.get('virtual:astro-disclosure/components/Footer')).toBe(
      'export { default } from "/srv/site/src/Footer.astro";',
    );
    expect(sources.get('virtual:astro-disclosure/components/Head')).toBe(
      'export { default } from "astro-disclosure/src/components/Head.astro";',
    );
  });

  test('keeps from pages what only the build needs', () => {
    const sources = virtualSources(parseOptions({ organ, customCss: ['./src/brand.css'] }), root);
    expect(sources.get('virtual:astro-disclosure/options')).not.toContain('brand.css');
    expect(sources.get('virtual:astro-disclosure/custom-css')).toBe('import "/srv/site/src/brand.css";');
  });
});

describe('components', () => {
  test('are all replaceable', () => {
    const files = readdirSync(new URL('components/', import.meta.url)).map((file) => file.replace('.astro', ''));
    expect(files.sort()).toEqual([...COMPONENT_NAMES].sort());
  });

  test('all have a type', () => {
    const declared = [...read('env.d.ts').matchAll(/'virtual:astro-disclosure\/components\/(\w+)'/g)].map(
      ([, name]) => name,
    );
    expect(declared).toEqual([...COMPONENT_NAMES]);
  });
});

import { COMPONENT_NAMES } from '../../site/theme/src/component-names.ts';
import { settingsSchema } from '../../site/theme/src/node/settings.ts';
import { optionsSchema } from '../../site/theme/src/options.ts';
import { config as pluginConfig } from '../../cms/plugin/server/src/config.ts';
import { PERMISSIONS } from '../../cms/plugin/server/src/plugin-id.ts';
import * as contract from 'disclosure-contract';
import * as checks from 'disclosure-contract/checks';
import * as difference from 'disclosure-contract/difference';
import * as flow from 'disclosure-contract/flow';
import * as inspection from 'disclosure-contract/inspection';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../scripts/demo/settings.mjs';
import { PACKAGE_NAMES } from './support/packed.ts';
import { documentedNames, readmeOf } from './support/readme.ts';

/** Every key of an object schema, those of objects inside it with a dot. Lists are one key. */
function keysOf(schema: z.ZodType, path = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return keysOf(schema.unwrap() as z.ZodType, path);
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([key, value]) =>
    keysOf(value as z.ZodType, path === '' ? key : `${path}.${key}`),
  );
}

/** The values of an object, those of objects inside it by their path with dots. */
function flat(values: object, path = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(flat(value, `${path}${key}.`))
        : [[`${path}${key}`, value] as const],
    ),
  );
}

/** Names of the types that the contract declares for others. */
function exportedTypes(): Set<string> {
  const sources = filesBelow(join(root, 'shared/src'), '.ts').map((path) => readFileSync(path, 'utf8'));
  const declared = sources.flatMap((source) => [...source.matchAll(/^export (?:interface|type) (\w+)/gm)]);
  return new Set(declared.map(([, name = '']) => name));
}

function filesBelow(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

describe('the READMEs', () => {
  test.each(PACKAGE_NAMES)(
    '%s says what it is in Chinese first, and how to install, upgrade and get support',
    (name) => {
      const readme = readmeOf(name);
      const [title, first = ''] = readme.split('\n\n');
      expect(title).toBe(`# ${name}`);
      expect(first).toMatch(/[\u4e00-\u9fff]{4}/);
      for (const heading of ['Install', 'Upgrade', 'Support and licence'])
        expect(readme).toContain(`\n## ${heading}\n`);
      expect(readme).toContain(`npm install ${name === 'astro-disclosure' ? 'astro ' : ''}${name}\n`);
    },
  );

  test.each(PACKAGE_NAMES)('%s links to nothing that its tarball leaves out', (name) => {
    const links = [...readmeOf(name).matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !/^(?:https:\/\/|LICENSE$|src\/)/.test(target))).toEqual([]);
  });

  test('the theme documents every option there is, in the order of the schema, and no other', () => {
    expect(documentedNames('astro-disclosure', 'Options')).toEqual(keysOf(optionsSchema));
  });

  test('the theme documents every setting of a running node', () => {
    expect(documentedNames('astro-disclosure', 'Settings of a running node')).toEqual(keysOf(settingsSchema));
  });

  test('the defaults in the table of settings are those of the schema', () => {
    const defaults = settingsSchema.parse({});
    for (const [name, value] of Object.entries(defaults)) {
      const written = value === '' ? '' : `\`${String(value)}\` `;
      expect(readmeOf('astro-disclosure')).toContain(`| \`${name}\` | ${written}|`);
    }
  });

  test('the plugin documents every option there is, with its default', () => {
    const defaults = flat(pluginConfig.default);
    expect(documentedNames('strapi-plugin-disclosure', 'Options')).toEqual(Object.keys(defaults));
    for (const [key, value] of Object.entries(defaults)) {
      const written = typeof value === 'string' ? `'${value}'` : String(value);
      expect(readmeOf('strapi-plugin-disclosure')).toContain(`| \`${key}\` | \`${written}\` |`);
    }
  });

  test('the plugin documents every permission that it registers', () => {
    expect(documentedNames('strapi-plugin-disclosure', 'Permissions')).toEqual(Object.values(PERMISSIONS));
  });

  test('the contract names only what it exports', () => {
    const [, table = ''] = readmeOf('disclosure-contract').split('## What is in it');
    const named = [...(table.split('\n## ')[0] ?? '').matchAll(/`([A-Za-z_]+)`/g)].map(([, name = '']) => name);
    const exported = { ...contract, ...checks, ...difference, ...flow, ...inspection };
    const types = exportedTypes();
    expect(named.filter((name) => !(name in exported) && !types.has(name) && name !== 'd')).toEqual([]);
  });

  test('the example of a replaced component names one that can be replaced', () => {
    const examples = [...readmeOf('astro-disclosure').matchAll(/src\/components\/(\w+)\.astro/g)].map(
      ([, name]) => name,
    );
    expect(examples.length).toBeGreaterThan(0);
    expect(COMPONENT_NAMES).toEqual(expect.arrayContaining(examples));
  });
});

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonOf, textOf } from './tracked-files.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dependency = z.strictObject({
  name: z.string(),
  version: z.string().optional(),
  versionMin: z.string().optional(),
  versionMax: z.string().optional(),
  optional: z.boolean().optional(),
});

/** Of version 0.5 of the standard, the keys that the file uses; one that is misspelt or deprecated is refused. */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.string().regex(/^0\.5(?:\.\d+)?$/),
  name: z.string().min(1),
  url: z.url(),
  softwareVersion: z.string(),
  releaseDate: day,
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  // Words of the standard's lists; both lists are longer.
  categories: z.array(z.enum(['content-management', 'document-management'])),
  intendedAudience: z.strictObject({
    scope: z.array(z.enum(['local-authorities'])),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  }),
  organisation: z.strictObject({ name: z.string(), uri: z.url() }),
  dependsOn: z.strictObject({ open: z.array(dependency) }),
  description: z.record(
    z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/),
    z.strictObject({
      shortDescription: z.string().min(1).max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string()).min(1),
    }),
  ),
  legal: z.strictObject({ license: z.string(), mainCopyrightOwner: z.string() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'community']),
    contacts: z.array(z.strictObject({ name: z.string() })).min(1),
  }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
});

test('publiccode.yml is what version 0.5 of its standard asks for', () => {
  expect(publiccode.safeParse(parse(textOf('publiccode.yml'))).error?.issues ?? []).toEqual([]);
});

test('publiccode.yml says what the packages say of version and licence', () => {
  const { softwareVersion, legal } = publiccode.parse(parse(textOf('publiccode.yml')));
  expect({ version: softwareVersion, license: legal.license }).toEqual({
    version: jsonOf('package.json')['version'],
    license: jsonOf('package.json')['license'],
  });
});

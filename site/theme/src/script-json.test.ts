import { expect, test } from 'vitest';
import { scriptJson } from './script-json.ts';

test('scriptJson() cannot be ended by what it holds', () => {
  const json = scriptJson({ name: '</script><!--\u2028&' });
  expect(json).toBe('{"@context":"https://schema.org","name":"\\u003c/script\\u003e\\u003c!--\\u2028\\u0026"}');
  expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', name: '</script><!--\u2028&' });
});

import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Label } from 'disclosure-contract';
import { PLUGIN_ID } from './plugin-id';

export type MessageValues = Record<string, string | number>;
export type Translate = (id: string, values?: MessageValues) => string;

/** Translates a text of this plugin; `id` is its key without the plugin's prefix. */
export function useTranslate(): Translate {
  const { formatMessage } = useIntl();
  return useCallback(
    (id, values) => formatMessage({ id: `${PLUGIN_ID}.${id}`, defaultMessage: id }, values),
    [formatMessage],
  );
}

/** Reads a label of the contract in the interface language. */
export function useLabel(): (label: Label) => string {
  const { locale } = useIntl();
  return useCallback((label) => labelIn(label, locale), [locale]);
}

export function labelIn(label: Label, locale: string): string {
  return locale.startsWith('zh') ? label.zh : label.en;
}

import { Typography } from '@strapi/design-system';
import { minuteInChina, type PreviewEffect } from 'disclosure-contract';
import type { Preview } from '../disclosure-api';
import { useTranslate } from '../message';

interface PreviewEffectLineProps {
  preview: Preview;
  /** What is decided about. Withdrawing has no effect where nothing is public. */
  change?: 'publish' | 'withdraw';
}

/** What publishing or withdrawing would change on the site, in one sentence. */
export const PreviewEffectLine = ({ preview, change = 'publish' }: PreviewEffectLineProps) => {
  const translate = useTranslate();
  const effect: PreviewEffect | null = change === 'publish' ? preview.effect : preview.withdrawalEffect;
  if (effect === null) return null;
  const { pages, lists, feeds, sitemaps } = effect;
  const text =
    change === 'publish'
      ? translate('preview.effect.publish', { pages, lists, feeds, sitemaps })
      : translate('preview.effect.withdraw', { pages, lists, feeds, sitemaps });
  return (
    <Typography variant="pi" textColor="neutral600">
      {text} {translate('preview.until', { time: minuteInChina(preview.expiresAt).slice(-5) })}
    </Typography>
  );
};

import { useEffect, useRef, useState } from 'react';
import { Box, Button, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, ExternalLink } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Preview } from '../disclosure-api';
import { useTranslate } from '../message';
import { PreviewEffectLine } from './PreviewEffectLine';
import { addressOf, usePreview } from './use-preview';
import { useWidth } from './use-width';

/** Widths of the windows that a page is looked at in, pixels. */
const WIDTHS = { phone: 360, desktop: 1280 } as const;
type Width = keyof typeof WIDTHS;

/** In a narrower window, pixels, the text of a whole desktop is too small to read. */
const NARROW = 768;

/** As the server's own headers say: nothing runs, links open windows, files may be saved. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-downloads';

interface PreviewFrameProps {
  documentId: string;
  /** What is decided about. */
  change?: 'publish' | 'withdraw';
  /** Height of the frame; any CSS length. */
  height?: string;
}

/** The saved draft of an item as the public would see it, on a phone or on a desk. Makes its preview when it is shown. */
export const PreviewFrame = ({ documentId, change = 'publish', height = '64vh' }: PreviewFrameProps) => {
  const translate = useTranslate();
  const { state, make } = usePreview(documentId);
  useEffect(() => void make(), [make]);

  switch (state.kind) {
    case 'none':
    case 'loading':
      return (
        <Flex justifyContent="center" padding={8}>
          <Loader>{translate('preview.loading')}</Loader>
        </Flex>
      );
    case 'failed':
      return <Without message={state.message} onRetry={() => void make()} isFailure />;
    case 'expired':
      return <Without message={translate('preview.expired')} onRetry={() => void make()} />;
    case 'ready':
      return <Framed preview={state.preview} change={change} height={height} />;
  }
};

const Without = ({
  message,
  onRetry,
  isFailure = false,
}: {
  message: string;
  onRetry: () => void;
  isFailure?: boolean;
}) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} padding={4}>
      <Typography textColor={isFailure ? 'danger600' : 'neutral800'} role="alert">
        {message}
      </Typography>
      <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
        {translate('preview.make-again')}
      </Button>
    </Flex>
  );
};

const Framed = ({
  preview,
  change,
  height,
}: Required<Omit<PreviewFrameProps, 'documentId'>> & { preview: Preview }) => {
  const translate = useTranslate();
  const [width, setWidth] = useState<Width>(() => (window.innerWidth < NARROW ? 'phone' : 'desktop'));
  const desk = useRef<HTMLDivElement>(null);
  const room = useWidth(desk);
  // A desktop is shown whole in a narrower panel, as it is on a sheet of paper.
  const scale = Math.min(1, room / WIDTHS[width]);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={2} role="group" aria-label={translate('preview.width')}>
          {(['phone', 'desktop'] as const).map((each) => (
            <Button
              key={each}
              size="S"
              variant={each === width ? 'secondary' : 'tertiary'}
              aria-pressed={each === width}
              onClick={() => setWidth(each)}
            >
              {translate(`preview.width.${each}`, { width: WIDTHS[each] })}
            </Button>
          ))}
        </Flex>
        <Link href={addressOf(preview)} isExternal endIcon={<ExternalLink />}>
          {translate('preview.new-tab')}
        </Link>
      </Flex>
      <PreviewEffectLine preview={preview} change={change} />
      <Desk ref={desk} style={{ height }}>
        <Box background="neutral0" style={{ width: WIDTHS[width] * scale, height: '100%', overflow: 'hidden' }}>
          <iframe
            title={translate('preview.title')}
            src={addressOf(preview)}
            sandbox={SANDBOX}
            referrerPolicy="no-referrer"
            style={{
              border: 0,
              width: WIDTHS[width],
              height: `${100 / scale}%`,
              transform: `scale(${scale})`,
              transformOrigin: '0 0',
            }}
          />
        </Box>
      </Desk>
    </Flex>
  );
};

const Desk = styled.div`
  display: flex;
  justify-content: center;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  overflow: hidden;
`;

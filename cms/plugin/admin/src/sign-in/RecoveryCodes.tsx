import { Box, Flex, Typography } from '@strapi/design-system';
import { CopyButton } from '../CopyButton';
import { useTranslate } from '../message';

/** The codes for the day the telephone is lost, shown once. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{translate('sign-in.recovery.once')}</Typography>
      <Flex gap={2} alignItems="flex-start">
        <Box background="neutral100" padding={4} hasRadius flex="1" minWidth="0">
          <Flex
            tag="ul"
            aria-label={translate('sign-in.recovery.codes')}
            gap={2}
            style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(19rem, 1fr))' }}
          >
            {codes.map((code) => (
              <Typography key={code} tag="li">
                <code style={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}>{code}</code>
              </Typography>
            ))}
          </Flex>
        </Box>
        <CopyButton value={codes.join('\n')} label={translate('sign-in.recovery.copy')} />
      </Flex>
    </Flex>
  );
};

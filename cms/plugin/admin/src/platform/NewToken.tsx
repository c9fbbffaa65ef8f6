import { Box, Flex, Typography } from '@strapi/design-system';
import { CopyButton } from '../CopyButton';
import type { CreatedNode } from '../disclosure-api';
import { useTranslate } from '../message';

/** The token of a node that was just added, and what to set on the node's machine. */
export const NewToken = ({ node }: { node: CreatedNode }) => {
  const translate = useTranslate();
  const settings = `CMS_URL=${window.location.origin}\nNODE_TOKEN=${node.token}`;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{translate('platform.token.once', { node: node.name })}</Typography>
      <Copied label={translate('platform.token')} value={node.token} copyLabel={translate('platform.token.copy')} />
      <Copied
        label={translate('platform.token.settings')}
        value={settings}
        copyLabel={translate('platform.token.copy-settings')}
      />
    </Flex>
  );
};

const Copied = ({ label, value, copyLabel }: { label: string; value: string; copyLabel: string }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography variant="pi" fontWeight="bold">
      {label}
    </Typography>
    <Flex gap={2} alignItems="flex-start">
      <Box background="neutral100" padding={3} hasRadius flex="1" minWidth="0">
        <Typography
          tag="code"
          style={{
            display: 'block',
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-wrap',
            fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
          }}
        >
          {value}
        </Typography>
      </Box>
      <CopyButton value={value} label={copyLabel} />
    </Flex>
  </Flex>
);

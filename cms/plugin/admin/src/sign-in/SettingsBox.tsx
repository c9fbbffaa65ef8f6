import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface SettingsBoxProps {
  readonly title: string;
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const SettingsBox = ({ title, state, actions, children }: SettingsBoxProps) => (
  <Box tag="section" background="neutral0" shadow="tableShadow" hasRadius padding={6}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
        <Flex gap={3}>
          <Typography tag="h2" variant="delta">
            {title}
          </Typography>
          {state}
        </Flex>
        {actions === undefined ? null : (
          <Flex gap={2} wrap="wrap">
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </Flex>
  </Box>
);

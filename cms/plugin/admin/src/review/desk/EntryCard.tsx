import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

interface EntryCardProps {
  title: string;
  to: string;
  /** What tells at a glance what is to be done. */
  marks: ReactNode;
  /** Facts, one after the other. */
  facts: readonly (string | null)[];
  children?: ReactNode;
}

/** One review in a list. The title is the way to it, and the whole of its row on a phone. */
export const EntryCard = ({ title, to, marks, facts, children }: EntryCardProps) => (
  <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
    <Flex direction="column" alignItems="stretch" gap={1}>
      <TitleLink to={to}>{title}</TitleLink>
      <Flex gap={2} wrap="wrap">
        {marks}
        <Typography variant="pi" textColor="neutral600">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </Typography>
      </Flex>
      {children}
    </Flex>
  </Box>
);

const TitleLink = styled(Link)`
  display: block;
  padding: 0.4rem 0;
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 1.43;
  overflow-wrap: anywhere;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

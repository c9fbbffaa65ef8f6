import { styled } from 'styled-components';

export const RowList = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;

  &:empty {
    display: none;
  }
`;

/** One of several entries of a node, set apart from the next. */
export const Row = styled.li`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;
  padding: 0.8rem 1.2rem 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;

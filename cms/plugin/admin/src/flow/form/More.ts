import { styled } from 'styled-components';

/** What is seldom needed, folded away. */
export const More = styled.details`
  summary {
    cursor: pointer;
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  summary::marker {
    color: ${({ theme }) => theme.colors.primary600};
  }

  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

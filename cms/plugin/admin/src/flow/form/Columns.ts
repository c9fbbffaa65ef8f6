import { styled } from 'styled-components';

/** Fields side by side where there is room for two. */
export const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
  gap: 1.2rem;
  align-items: start;
`;

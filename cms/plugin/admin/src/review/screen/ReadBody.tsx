import { styled } from 'styled-components';

/** The body as a reader sees its structure. The gate stores no HTML but what the contract allows. */
export const ReadBody = ({ html, label }: { html: string; label: string }) => (
  // A wide table is scrolled to by keyboard as well.
  <Body tabIndex={0} role="group" aria-label={label} dangerouslySetInnerHTML={{ __html: html }} />
);

const Body = styled.div`
  padding: 1.2rem 1.6rem;
  overflow-x: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.5rem;
  line-height: 1.8;
  overflow-wrap: anywhere;

  h2,
  h3,
  h4,
  h5 {
    margin: 1.2em 0 0.5em;
    font-weight: 700;
  }

  h2 {
    font-size: 1.8rem;
  }

  h3,
  h4,
  h5 {
    font-size: 1.6rem;
  }

  p,
  ul,
  ol,
  table,
  blockquote {
    margin: 0 0 0.8em;
  }

  ul {
    padding-left: 2em;
    list-style: disc;
  }

  ol {
    padding-left: 2em;
    list-style: decimal;
  }

  table {
    border-collapse: collapse;
  }

  th,
  td {
    min-width: 4em;
    padding: 0.4rem 0.8rem;
    overflow-wrap: normal;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
  }

  img {
    max-width: 100%;
    height: auto;
  }

  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
`;

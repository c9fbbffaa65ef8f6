import { styled } from 'styled-components';

interface EditorFrameProps {
  $hasError: boolean;
  $isDisabled: boolean;
}

/** The editing area reads like the public page: serif, lines of 1.9, paragraphs indented by two characters. */
export const EditorFrame = styled.div<EditorFrameProps>`
  border: 1px solid ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isDisabled }) => ($isDisabled ? theme.colors.neutral150 : theme.colors.neutral0)};

  &:focus-within {
    border-color: ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.primary600)};
    box-shadow: 0 0 0 1px ${({ theme, $hasError }) => ($hasError ? theme.colors.danger600 : theme.colors.primary600)};
  }

  .tiptap {
    min-height: 32rem;
    max-height: 72vh;
    overflow-y: auto;
    padding: 2rem 2.4rem 4rem;
    color: ${({ theme }) => theme.colors.neutral900};
    font-family: 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif;
    font-size: 1.6rem;
    line-height: 1.9;
    outline: none;
    overflow-wrap: anywhere;
    text-autospace: normal;
  }

  .tiptap > * + * {
    margin-top: 0.6em;
  }

  .tiptap p {
    text-indent: 2em;
  }

  .tiptap :is(td, th, li, figure, blockquote) p,
  .tiptap p[style*='center'],
  .tiptap p[style*='right'],
  .tiptap p:has(> img[src]) {
    text-indent: 0;
  }

  .tiptap :is(h2, h3, h4, h5) {
    margin-top: 1.2em;
    font-family: 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
    font-weight: 600;
    line-height: 1.5;
  }

  .tiptap h2 {
    font-size: 1.3em;
  }

  .tiptap h3 {
    font-size: 1.15em;
  }

  .tiptap :is(h4, h5) {
    font-size: 1em;
  }

  .tiptap :is(strong, b) {
    font-weight: 700;
  }

  .tiptap :is(em, i) {
    font-style: italic;
  }

  .tiptap u {
    text-decoration: underline;
  }

  .tiptap s {
    text-decoration: line-through;
  }

  .tiptap sub {
    vertical-align: sub;
    font-size: 0.75em;
  }

  .tiptap sup {
    vertical-align: super;
    font-size: 0.75em;
  }

  .tiptap a {
    color: ${({ theme }) => theme.colors.primary700};
    text-decoration: underline;
  }

  .tiptap ul {
    padding-inline-start: 2em;
    list-style: disc;
  }

  .tiptap ol {
    padding-inline-start: 2em;
    list-style: decimal;
  }

  .tiptap blockquote {
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
    padding-inline-start: 1.2em;
  }

  .tiptap pre {
    padding: 1em;
    background: ${({ theme }) => theme.colors.neutral150};
    font-family: ui-monospace, Menlo, Consolas, monospace;
    white-space: pre-wrap;
  }

  .tiptap table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.6;
  }

  .tiptap caption,
  .tiptap figcaption {
    padding-block: 0.4em;
    text-align: center;
    font-weight: 600;
  }

  .tiptap :is(td, th) {
    position: relative;
    min-width: 4em;
    border: 1px solid ${({ theme }) => theme.colors.neutral400};
    padding: 0.4em 0.7em;
    vertical-align: middle;
  }

  .tiptap th {
    background: ${({ theme }) => theme.colors.neutral150};
    font-weight: 600;
    text-align: center;
  }

  .tiptap .selectedCell::after {
    content: '';
    position: absolute;
    inset: 0;
    background: ${({ theme }) => theme.colors.primary200};
    opacity: 0.4;
    pointer-events: none;
  }

  .tiptap img[src] {
    display: inline-block;
    max-width: 100%;
    height: auto;
  }

  .tiptap p:has(> img[src]) {
    text-align: center;
  }

  .tiptap .ProseMirror-selectednode {
    outline: 3px solid ${({ theme }) => theme.colors.primary500};
  }

  .tiptap hr {
    border: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
`;

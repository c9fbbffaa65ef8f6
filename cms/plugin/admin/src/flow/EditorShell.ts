import { styled } from 'styled-components';

/** The frame of the editor: in the form, or over the whole window. What is inside asks how wide it is. */
export const EditorShell = styled.div<{ $isFull: boolean }>`
  container: flow-editor / inline-size;
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  padding: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  ${({ $isFull, theme }) =>
    $isFull
      ? `
    position: fixed;
    inset: 0;
    z-index: ${theme.zIndices.overlay};
    overflow-y: auto;
    border: 0;
    border-radius: 0;
  `
      : ''}
`;

import type { KeyboardEventHandler, ReactNode } from 'react';
import { FocusScope } from '@radix-ui/react-focus-scope';
import { styled } from 'styled-components';

interface EditorShellProps {
  label: string;
  isFull: boolean;
  onKeyDown: KeyboardEventHandler;
  children: ReactNode;
}

/** The frame of the editor: in the form, or over the whole window, where Tab does not lead to what is covered. */
export const EditorShell = ({ label, isFull, onKeyDown, children }: EditorShellProps) => (
  <FocusScope asChild loop={isFull} trapped={isFull} onMountAutoFocus={stay} onUnmountAutoFocus={stay}>
    <Shell
      $isFull={isFull}
      role={isFull ? 'dialog' : 'group'}
      aria-modal={isFull || undefined}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
    </Shell>
  </FocusScope>
);

/** Coming to the form, or leaving it, moves the focus nowhere. */
function stay(event: Event): void {
  event.preventDefault();
}

/** What is inside asks how wide it is. */
const Shell = styled.div<{ $isFull: boolean }>`
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

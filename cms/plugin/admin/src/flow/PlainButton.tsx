import type { ReactNode } from 'react';
import { styled } from 'styled-components';

interface PlainButtonProps {
  label: string;
  isDisabled?: boolean;
  isPressed?: boolean;
  isExpanded?: boolean;
  /** Shows the label beside the icon. */
  isNamed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/**
 * A button of which there are hundreds, as in an outline of a hundred steps: those of the design system each bring a
 * tooltip of their own. One that cannot be used keeps the focus.
 */
export const PlainButton = ({ label, isDisabled = false, isNamed = false, ...props }: PlainButtonProps) => (
  <Button
    type="button"
    title={isNamed ? undefined : label}
    aria-label={isNamed ? undefined : label}
    aria-disabled={isDisabled}
    aria-pressed={props.isPressed}
    aria-expanded={props.isExpanded}
    onClick={() => {
      if (!isDisabled) props.onClick();
    }}
  >
    {props.children}
    {isNamed ? <span>{label}</span> : null}
  </Button>
);

const Button = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 0.6rem;
  min-width: 3.2rem;
  min-height: 3.2rem;
  padding-inline: 0.6rem;
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.3rem;
  white-space: nowrap;
  cursor: pointer;

  svg {
    width: 1.6rem;
    height: 1.6rem;
    flex-shrink: 0;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-disabled='true'] {
    background: transparent;
    color: ${({ theme }) => theme.colors.neutral400};
    cursor: not-allowed;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

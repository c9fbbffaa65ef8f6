import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Tooltip } from '@strapi/design-system';
import { styled } from 'styled-components';

export interface Tool {
  readonly id: string;
  readonly label: string;
  /** Without an icon the label is what the button shows. */
  readonly icon?: ReactNode;
  readonly isPressed?: boolean;
  readonly isPossible: boolean;
  readonly startsGroup?: boolean;
  readonly run: () => void;
}

interface ToolRowProps {
  label: string;
  tools: readonly Tool[];
  isDisabled: boolean;
  side: 'top' | 'bottom';
}

/** A toolbar as screen readers know it: one stop for Tab, arrow keys inside. */
export const ToolRow = ({ label, tools, isDisabled, side }: ToolRowProps) => {
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const stopAt = Math.min(stop, tools.length - 1);

  const moveTo = (index: number) => {
    const next = (index + tools.length) % tools.length;
    setStop(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowRight: stopAt + 1, ArrowLeft: stopAt - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  return (
    <Row ref={row} $side={side} role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {tools.map((tool, index) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          isPossible={tool.isPossible && !isDisabled}
          isStop={index === stopAt}
          onFocus={() => setStop(index)}
        />
      ))}
    </Row>
  );
};

interface ToolButtonProps {
  tool: Tool;
  isPossible: boolean;
  isStop: boolean;
  onFocus: () => void;
}

const ToolButton = ({ tool, isPossible, isStop, onFocus }: ToolButtonProps) => {
  const button = (
    <Button
      type="button"
      $startsGroup={tool.startsGroup === true}
      aria-label={tool.label}
      aria-pressed={tool.isPressed}
      aria-disabled={!isPossible}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (isPossible) tool.run();
      }}
    >
      {tool.icon ?? tool.label}
    </Button>
  );
  return tool.icon ? <Tooltip label={tool.label}>{button}</Tooltip> : button;
};

const Row = styled.div<{ $side: ToolRowProps['side'] }>`
  display: flex;
  flex-wrap: wrap;
  gap: 0.1rem;
  padding: 0.6rem;
  border-${({ $side }) => ($side === 'top' ? 'bottom' : 'top')}: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;

const Button = styled.button<{ $startsGroup: boolean }>`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-width: 2.8rem;
  height: 3.2rem;
  margin-inline-start: ${({ $startsGroup }) => ($startsGroup ? '0.4rem' : 0)};
  padding-inline: 0.4rem;
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  cursor: pointer;

  svg {
    width: 1.6rem;
    height: 1.6rem;
    fill: currentColor;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral200};
  }

  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-disabled='true'] {
    color: ${({ theme }) => theme.colors.neutral400};
    background: transparent;
    cursor: not-allowed;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

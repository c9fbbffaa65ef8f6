import { styled } from 'styled-components';

const Source = styled.textarea`
  display: block;
  width: 100%;
  min-height: 40rem;
  padding: 1.6rem 2rem;
  border: 0;
  resize: vertical;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, Menlo, Consolas, monospace;
  font-size: 1.3rem;
  line-height: 1.6;
  outline: none;
`;

interface SourceViewProps {
  label: string;
  value: string;
  isDisabled: boolean;
  onChange: (source: string) => void;
}

export const SourceView = ({ label, value, isDisabled, onChange }: SourceViewProps) => (
  <Source
    aria-label={label}
    value={value}
    readOnly={isDisabled}
    spellCheck={false}
    onChange={(event) => onChange(event.target.value)}
  />
);

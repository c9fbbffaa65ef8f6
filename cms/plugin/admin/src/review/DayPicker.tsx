import { DatePicker } from '@strapi/design-system';
import { useTranslate } from '../message';

interface DayPickerProps {
  /** `2026-11-20`, or empty. */
  value: string;
  /** The first day that can be chosen. */
  from?: string;
  onChange: (day: string) => void;
  /** Where nothing needs to be chosen. */
  onClear?: () => void;
  disabled?: boolean;
}

/** A calendar in the language of the admin, for a field that keeps a day. */
export const DayPicker = ({ value, from, onChange, onClear, disabled = false }: DayPickerProps) => {
  const translate = useTranslate();
  return (
    <DatePicker
      disabled={disabled}
      calendarLabel={translate('day-picker.calendar')}
      monthSelectLabel={translate('day-picker.month')}
      yearSelectLabel={translate('day-picker.year')}
      clearLabel={translate('day-picker.clear')}
      {...(!isDay(value) ? {} : { value: shown(value) })}
      {...(from === undefined ? {} : { minDate: shown(from) })}
      {...(onClear === undefined ? {} : { onClear })}
      onChange={(date) => onChange(date === undefined ? '' : chosen(date))}
    />
  );
};

/** A stored day may be anything that somebody pasted; the picker breaks at what is none. */
function isDay(value: string): boolean {
  return !Number.isNaN(Date.parse(`${value}T00:00:00.000Z`));
}

/** The picker takes the day of an instant in UTC, and gives midnight of the browser's own clock. */
function shown(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

function chosen(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

import type { ComponentType } from 'react';

/** Strapi renders a custom field's input with the field's props, and declares it as a component without any. */
export function asInput<Props>({ default: Input }: { default: ComponentType<Props> }): { default: ComponentType } {
  return { default: Input as ComponentType };
}

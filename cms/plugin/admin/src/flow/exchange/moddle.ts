import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { FLOW_PACKAGE } from './flow-package';

export type { BpmnModdle, ModdleElement };

let loading: Promise<BpmnModdle> | null = null;

/** The reader and writer of BPMN 2.0, fetched when somebody exchanges a file. What failed is tried again the next time. */
export function loadModdle(): Promise<BpmnModdle> {
  loading ??= import('bpmn-moddle').then(
    ({ BpmnModdle }) => new BpmnModdle({ flow: FLOW_PACKAGE }),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

export function textAt(element: ModdleElement, name: string): string {
  const value = element.get(name);
  return typeof value === 'string' ? value : '';
}

export function elementAt(element: ModdleElement, name: string): ModdleElement | null {
  const value = element.get(name);
  return isElement(value) ? value : null;
}

export function elementsAt(element: ModdleElement, name: string): ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** What stands in an element in the extension of our own, by type. */
export function ownExtension(element: ModdleElement, type: string): ModdleElement | null {
  const extensions = elementAt(element, 'extensionElements');
  return extensions === null ? null : (elementsAt(extensions, 'values').find(({ $type }) => $type === type) ?? null);
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

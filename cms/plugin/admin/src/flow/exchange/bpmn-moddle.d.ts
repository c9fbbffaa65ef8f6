/** What is used of bpmn-moddle, whose own types describe elements and not how they are read and written. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    /** Attributes that the model does not know, with their prefixes. */
    readonly $attrs: Readonly<Record<string, unknown>>;
    $parent?: ModdleElement;
    $instanceOf(this: ModdleElement, type: string): boolean;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    /** Rejects with an error where this is no XML, or its root no `bpmn:Definitions`. */
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { readonly message: string }[] }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ xml: string }>;
  }
}

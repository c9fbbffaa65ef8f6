import { textAt, type ModdleElement } from './moddle';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 导入说明: one thing that a file says and the flow says differently or not at all. */
export interface ExchangeNote {
  /** Of the element in the file; empty where it has none. */
  readonly elementId: string;
  readonly elementName: string;
  readonly message: Words;
}

/** What an import has to tell: in the order in which it was found, nothing twice. */
export class Notes {
  private readonly found = new Map<string, ExchangeNote>();

  add(element: ModdleElement | null, zh: string, en: string): void {
    const [elementId, elementName] = element === null ? ['', ''] : [textAt(element, 'id'), nameOf(element)];
    const called = elementName || elementId;
    const message = called === '' ? { zh, en } : { zh: `“${called}”：${zh}`, en: `"${called}": ${en}` };
    this.found.set(`${elementId} ${zh}`, { elementId, elementName, message });
  }

  list(): ExchangeNote[] {
    return [...this.found.values()];
  }
}

/** A name as one line: drawing tools break names into lines with signs of their own. */
export function nameOf(element: ModdleElement): string {
  return oneLine(textAt(element, element.$type === 'bpmn:TextAnnotation' ? 'text' : 'name'));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An element of BPMN in the words of its tools. */
export function typeName({ $type }: ModdleElement): Words {
  const plain = $type.replace(/^bpmn:/, '');
  return { zh: TYPE_NAMES[plain] ?? plain, en: plain };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  AdHocSubProcess: '特别子流程',
  BoundaryEvent: '边界事件',
  BusinessRuleTask: '业务规则任务',
  CallActivity: '调用活动',
  ComplexGateway: '复杂网关',
  DataObjectReference: '数据对象',
  DataStoreReference: '数据存储',
  EndEvent: '结束事件',
  EventBasedGateway: '事件网关',
  ExclusiveGateway: '排他网关',
  Group: '分组',
  InclusiveGateway: '包容网关',
  IntermediateCatchEvent: '中间捕获事件',
  IntermediateThrowEvent: '中间抛出事件',
  ManualTask: '人工任务',
  MessageFlow: '消息流',
  ParallelGateway: '并行网关',
  Participant: '池',
  ReceiveTask: '接收任务',
  ScriptTask: '脚本任务',
  SendTask: '发送任务',
  ServiceTask: '服务任务',
  StartEvent: '开始事件',
  SubProcess: '子流程',
  TextAnnotation: '文本注释',
  Transaction: '事务子流程',
};

import type { NodeKind } from 'disclosure-contract/flow';
import { elementsAt, ownExtension, textAt, type ModdleElement } from './moddle';
import { typeName, type Notes } from './notes';

/** What an element becomes: a node of some kind, two of them, or nothing but a place where ways lead on. */
export type Becomes = NodeKind | 'join_and_split' | 'passed';

interface Ways {
  readonly entries: number;
  readonly exits: number;
}

/** What our own export wrote stays what it was, as long as nobody made another element of it. */
const OWN_KINDS: Readonly<Record<string, readonly NodeKind[]>> = {
  'bpmn:StartEvent': ['start'],
  'bpmn:EndEvent': ['end'],
  'bpmn:UserTask': ['step'],
  'bpmn:Task': ['document'],
  'bpmn:ExclusiveGateway': ['decision'],
  'bpmn:ParallelGateway': ['split', 'join'],
  'bpmn:IntermediateCatchEvent': ['wait'],
};

/** What an element becomes in a flow. What it loses by that is noted. */
export function kindOf(element: ModdleElement, ways: Ways, notes: Notes): Becomes {
  const own = ownExtension(element, 'flow:Node');
  const written = OWN_KINDS[element.$type]?.find((kind) => own !== null && kind === textAt(own, 'kind'));
  if (written !== undefined) return written;
  if (element.$instanceOf('bpmn:Gateway')) return gatewayKind(element, ways, notes);
  if (element.$instanceOf('bpmn:Event')) return eventKind(element, ways, notes);
  return activityKind(element, notes);
}

function gatewayKind(element: ModdleElement, { entries, exits }: Ways, notes: Notes): Becomes {
  const passes = exits === 1 && entries > 0;
  const name = typeName(element);
  switch (element.$type) {
    case 'bpmn:ExclusiveGateway':
      if (passes && ownExtension(element, 'flow:Merge') === null)
        notes.add(
          element,
          '合并用的排他网关没有导入：各路线直接连到下一个节点。',
          'An exclusive gateway at which ways meet was left out: the ways lead to the next node.',
        );
      return passes ? 'passed' : 'decision';
    case 'bpmn:ParallelGateway':
      if (passes && entries === 1) {
        notes.add(
          element,
          '只有一进一出的并行网关没有导入。',
          'A parallel gateway with one way in and out was left out.',
        );
        return 'passed';
      }
      if (entries > 1 && exits > 1) {
        notes.add(
          element,
          '并行网关同时汇合和分开，导入为“并行汇合”和“并行开始”两个节点。',
          'A parallel gateway both joins and splits; it was read as a join and a split.',
        );
        return 'join_and_split';
      }
      return entries > 1 ? 'join' : 'split';
    case 'bpmn:EventBasedGateway':
      notes.add(
        element,
        '事件网关（哪个事件先发生就走哪一支）导入为“判断”，条件用事件的名称。请检查。',
        'An event-based gateway (the first event decides) was read as a decision with the names of the events as conditions. Look through it.',
      );
      return 'decision';
    default:
      notes.add(
        element,
        passes
          ? `${name.zh}在这里等待走到的每一支；流程没有这种汇合，没有导入，各路线直接连到下一个节点。请检查。`
          : `${name.zh}可以同时走几支；导入为只走一支的“判断”。几支可能同时走的，请改用“并行开始”。`,
        passes
          ? `${name.en} waits for every way that was taken; a flow has no such join. It was left out and its ways lead to the next node. Look through it.`
          : `${name.en} may take several ways; it was read as a decision, which takes one. Where several may be taken at once, use a split.`,
      );
      return passes ? 'passed' : 'decision';
  }
}

function eventKind(element: ModdleElement, { entries, exits }: Ways, notes: Notes): Becomes {
  const triggers = elementsAt(element, 'eventDefinitions').map(({ $type }) =>
    $type.replace(/^bpmn:|EventDefinition$/g, ''),
  );
  const isLink = triggers.includes('Link') && entries + exits > 1;
  if (isLink) {
    notes.add(
      element,
      '链接事件没有导入：断开的两处直接相连。',
      'A link event was left out: the two places that it links are connected.',
    );
    return 'passed';
  }
  const lost = triggers.filter((trigger) => trigger !== 'Timer' || element.$type === 'bpmn:StartEvent');
  if (lost.length > 0)
    notes.add(
      element,
      `${typeName(element).zh}的触发方式（${lost.join('、')}）没有导入，只留名称。`,
      `What triggers this ${typeName(element).en} (${lost.join(', ')}) was left out; its name stays.`,
    );
  if (element.$type === 'bpmn:StartEvent') return 'start';
  if (element.$type === 'bpmn:EndEvent') return 'end';
  if (element.$type === 'bpmn:IntermediateCatchEvent') return 'wait';
  notes.add(element, `${typeName(element).zh}导入为步骤。`, `${typeName(element).en} was read as a step.`);
  return 'step';
}

/** Tasks that people do: a step says as much. */
const PLAIN_TASKS = ['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'];

function activityKind(element: ModdleElement, notes: Notes): Becomes {
  const name = typeName(element);
  if (element.$instanceOf('bpmn:SubProcess')) {
    const inner = elementsAt(element, 'flowElements').filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
    notes.add(
      element,
      inner.length === 0
        ? `${name.zh}导入为一个步骤。`
        : `${name.zh}导入为一个步骤，其中的 ${inner.length} 个元素没有画出，名称列在备注里。需要时请把它们画成步骤。`,
      inner.length === 0
        ? `${name.en} was read as one step.`
        : `${name.en} was read as one step. The ${inner.length} elements in it are not drawn; their names stand in the note. Draw them as steps where that is needed.`,
    );
  } else if (element.$type === 'bpmn:CallActivity')
    notes.add(
      element,
      '调用活动导入为步骤，被调用的流程没有导入。',
      'A call activity was read as a step; the process that it calls was left out.',
    );
  else if (!PLAIN_TASKS.includes(element.$type))
    notes.add(
      element,
      `${name.zh}导入为步骤，由系统执行的设置没有导入。`,
      `${name.en} was read as a step; what a machine was to do was left out.`,
    );
  return 'step';
}

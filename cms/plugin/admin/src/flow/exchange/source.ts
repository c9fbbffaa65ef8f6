import { elementAt, elementsAt, ownExtension, textAt, type ModdleElement } from './moddle';
import { nameOf, typeName, type Notes } from './notes';

/** A way of the file: a sequence flow, or what comes to the same. */
export interface SourceWay {
  readonly element: ModdleElement;
  readonly from: ModdleElement;
  readonly to: ModdleElement;
  /** What it says besides its name. */
  readonly condition: string;
}

/** What a file holds, sorted by what can be done with it. */
export interface Source {
  readonly nodes: readonly ModdleElement[];
  readonly ways: readonly SourceWay[];
  readonly boundaryEvents: readonly ModdleElement[];
  readonly actors: ReadonlyMap<ModdleElement, { readonly section: string; readonly post: string }>;
  /** Texts pinned to elements. */
  readonly remarks: ReadonlyMap<ModdleElement, readonly string[]>;
  /** What stands in the processes in the extension of our own. */
  readonly own: ModdleElement | null;
}

/** Sorts the content of a file. What is no part of a flow is noted. */
export function sourceOf(definitions: ModdleElement, notes: Notes): Source {
  const roots = elementsAt(definitions, 'rootElements');
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  const collaborations = roots.filter((root) => root.$instanceOf('bpmn:Collaboration'));
  const pools = poolsOf(collaborations, processes, notes);
  for (const root of roots)
    if (root.$type === 'bpmn:Choreography' || root.$type === 'bpmn:GlobalTask' || root.$type === 'bpmn:GlobalUserTask')
      notes.add(root, `${typeName(root).zh}没有导入。`, `${typeName(root).en} was left out.`);

  const all = processes.flatMap((process) => elementsAt(process, 'flowElements'));
  const flowNodes = all.filter((element) => element.$instanceOf('bpmn:FlowNode'));
  const boundaryEvents = flowNodes.filter(({ $type }) => $type === 'bpmn:BoundaryEvent');
  const nodes = flowNodes.filter(({ $type }) => $type !== 'bpmn:BoundaryEvent');
  const ways = all.filter(({ $type }) => $type === 'bpmn:SequenceFlow').flatMap((element) => wayOf(element, notes));
  return {
    nodes,
    ways: [...ways, ...linkWays(nodes)],
    boundaryEvents,
    actors: actorsOf(processes, pools, nodes),
    remarks: remarksOf([...processes, ...collaborations], notes),
    own: processes.map((process) => ownExtension(process, 'flow:Flow')).find((own) => own !== null) ?? null,
  };
}

function poolsOf(collaborations: readonly ModdleElement[], processes: readonly ModdleElement[], notes: Notes) {
  const pools = new Map<ModdleElement, string>();
  for (const collaboration of collaborations) {
    for (const pool of elementsAt(collaboration, 'participants')) {
      const process = elementAt(pool, 'processRef');
      if (process === null)
        notes.add(
          pool,
          '这个池没有内容，没有导入；它参与的步骤请在流程中写明承办。',
          'This pool is empty and was left out; name it as the actor of the steps it takes part in.',
        );
      else pools.set(process, nameOf(pool));
    }
    for (const message of elementsAt(collaboration, 'messageFlows'))
      notes.add(
        message,
        `消息流（${endsOf(message)}）没有导入。两个池之间的往来，请改为连线。`,
        `The message flow (${endsOf(message)}) was left out. Draw an edge for what goes between two pools.`,
      );
  }
  if (processes.filter((process) => elementsAt(process, 'flowElements').length > 0).length > 1)
    notes.add(
      null,
      '文件里有几个流程（池），它们的节点都已导入，但彼此没有连线。请把它们连成一个，只留一个开始。',
      'The file holds several processes (pools). All their nodes were read, without edges between them: make them one flow with one start.',
    );
  return pools;
}

function endsOf(element: ModdleElement): string {
  return ['sourceRef', 'targetRef']
    .map((end) => elementAt(element, end))
    .map((end) => (end === null ? '?' : nameOf(end) || textAt(end, 'id')))
    .join(' → ');
}

function wayOf(element: ModdleElement, notes: Notes): SourceWay[] {
  const [from, to] = [elementAt(element, 'sourceRef'), elementAt(element, 'targetRef')];
  if (from === null || to === null) {
    notes.add(element, '连线缺少一端，没有导入。', 'An end of this sequence flow is missing; it was left out.');
    return [];
  }
  const expression = elementAt(element, 'conditionExpression');
  const condition = expression === null ? '' : textAt(expression, 'body').trim();
  if (condition !== '')
    notes.add(
      element,
      `条件表达式 ${condition.slice(0, 200)} ${nameOf(element) === '' ? '作为条件的文字导入，请改写为读者看得懂的话' : '没有导入，条件用连线的名称'}。`,
      `The expression ${condition.slice(0, 200)} ${nameOf(element) === '' ? 'was read as the words of the condition; rewrite it for readers' : 'was left out; the name of the flow is the condition'}.`,
    );
  return [{ element, from, to, condition }];
}

/** Link events lead from where a drawing breaks off to where it goes on: the same as an edge. */
function linkWays(nodes: readonly ModdleElement[]): SourceWay[] {
  const links = (type: string) =>
    nodes
      .filter(({ $type }) => $type === type)
      .flatMap((element) => {
        const link = elementsAt(element, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
        return link === undefined ? [] : [{ element, name: nameOf(link) || nameOf(element) }];
      });
  const targets = links('bpmn:IntermediateCatchEvent');
  return links('bpmn:IntermediateThrowEvent').flatMap(({ element: from, name }) => {
    const to = targets.find((target) => target.name === name)?.element;
    return to === undefined ? [] : [{ element: from, from, to, condition: '' }];
  });
}

function actorsOf(
  processes: readonly ModdleElement[],
  pools: ReadonlyMap<ModdleElement, string>,
  nodes: readonly ModdleElement[],
) {
  const actors = new Map<ModdleElement, { section: string; post: string }>();
  for (const node of nodes) {
    const pool = node.$parent === undefined ? undefined : pools.get(node.$parent);
    if (pool !== undefined && pool !== '') actors.set(node, { section: pool, post: '' });
  }
  const open = processes.flatMap((process) =>
    elementsAt(process, 'laneSets').flatMap((set) => elementsAt(set, 'lanes').map((lane) => ({ lane, within: '' }))),
  );
  for (const { lane, within } of open) {
    const name = nameOf(lane);
    const actor = within === '' ? { section: name, post: '' } : { section: within, post: name };
    for (const node of elementsAt(lane, 'flowNodeRef')) actors.set(node, actor);
    const inner = elementAt(lane, 'childLaneSet');
    // What is added is walked through as well: lanes may stand in lanes to any depth.
    if (inner !== null)
      open.push(...elementsAt(inner, 'lanes').map((each) => ({ lane: each, within: within || name })));
  }
  return actors;
}

function remarksOf(containers: readonly ModdleElement[], notes: Notes): Map<ModdleElement, string[]> {
  const artifacts = containers.flatMap((container) => elementsAt(container, 'artifacts'));
  const remarks = new Map<ModdleElement, string[]>();
  const pinned = new Set<ModdleElement>();
  for (const artifact of artifacts.filter(({ $type }) => $type === 'bpmn:Association')) {
    const ends = [elementAt(artifact, 'sourceRef'), elementAt(artifact, 'targetRef')];
    const remark = ends.find((end) => end?.$type === 'bpmn:TextAnnotation') ?? null;
    const element = ends.find((end) => end !== null && end !== remark) ?? null;
    if (remark === null || element === null || !element.$instanceOf('bpmn:FlowNode')) continue;
    remarks.set(element, [...(remarks.get(element) ?? []), textAt(remark, 'text').trim()]);
    pinned.add(remark);
  }
  for (const artifact of artifacts)
    if (artifact.$type !== 'bpmn:Association' && !pinned.has(artifact))
      notes.add(
        artifact,
        `${typeName(artifact).zh}没有对应的节点，没有导入。`,
        `${typeName(artifact).en} belongs to no node and was left out.`,
      );
  return remarks;
}

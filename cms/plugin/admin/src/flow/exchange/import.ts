import {
  flowEdgeSchema,
  flowSchema,
  graphOf,
  MOST_EDGES,
  MOST_NODES,
  type Flow,
  type FlowEdge,
  type FlowNode,
} from 'disclosure-contract/flow';
import { LONGEST_CONDITION, noteBoundary, withBoundaryExits, type BoundaryExit } from './boundaries';
import { FlowIds } from './flow-ids';
import { noteForeign } from './foreign';
import { kindOf, type Becomes } from './kinds';
import { elementAt, elementsAt, ownExtension, textAt, type ModdleElement } from './moddle';
import { nodeOf } from './nodes';
import { nameOf, Notes, oneLine, typeName, type ExchangeNote } from './notes';
import { readBpmn, unreadable } from './read';
import { sourceOf, type Source, type SourceWay } from './source';

/**
 * The flow of a BPMN 2.0 document. Of our own documents it is the flow that was written; of others, what a flow can say.
 * Whatever is read differently or left out is noted, with the element that says it.
 *
 * @throws DisclosureError `flow_unreadable`: no BPMN 2.0, no process in it, too large, or with a document type
 */
export async function flowOfBpmn(xml: string): Promise<{ flow: Flow; notes: ExchangeNote[] }> {
  const { definitions, warnings } = await readBpmn(xml);
  const notes = new Notes();
  const source = sourceOf(definitions, notes);
  if (source.nodes.length === 0 && source.own === null)
    throw unreadable('文件里没有流程：找不到任何步骤或者事件。请导出画有流程的那一页。');
  // Of what is far too large nothing is read: gateways that are taken out make up for half of a file at most.
  refuseTooLarge(source.nodes.length / 2, source.ways.length / 2);
  const flow = new Reader(source, notes).flow();
  noteForeign(definitions, notes);
  for (const warning of warnings.map(oneLine))
    notes.add(
      null,
      `文件中有读不懂的内容：${warning.slice(0, 300)}`,
      `Not understood in the file: ${warning.slice(0, 300)}`,
    );
  return { flow, notes: notes.list() };
}

function refuseTooLarge(nodes: number, edges: number): void {
  if (nodes > MOST_NODES || edges > MOST_EDGES)
    throw unreadable(
      `文件里至少有 ${Math.ceil(nodes)} 个节点、${Math.ceil(edges)} 条连线，一个流程最多 ${MOST_NODES} 个节点、${MOST_EDGES} 条连线。请把它分成几个流程。`,
    );
}

class Reader {
  private readonly source: Source;
  private readonly notes: Notes;
  private readonly nodeIds = new FlowIds();
  private readonly edgeIds = new FlowIds();
  private readonly becomes = new Map<ModdleElement, Becomes>();
  /** Where ways come to, and where they leave: two nodes where one element became two. */
  private readonly entryIds = new Map<ModdleElement, string>();
  private readonly exitIds = new Map<ModdleElement, string>();

  constructor(source: Source, notes: Notes) {
    this.source = source;
    this.notes = notes;
  }

  flow(): Flow {
    const { nodes, ways, own } = this.source;
    const exits = countBy(ways, ({ from }) => from);
    const entries = countBy(ways, ({ to }) => to);
    for (const element of nodes) {
      const counts = { entries: entries.get(element) ?? 0, exits: exits.get(element) ?? 0 };
      this.becomes.set(element, kindOf(element, counts, this.notes));
    }
    this.nameNodes();
    const flowNodes = nodes.flatMap((element) => this.nodesOf(element));
    const edges = ways.flatMap((way) => this.edgesOf(way));
    const joints = nodes.flatMap((element) => this.jointOf(element));
    const found = { nodes: flowNodes, edges: [...edges, ...joints] };
    const whole = withBoundaryExits(found, this.boundaryExits(), { nodes: this.nodeIds, edges: this.edgeIds });
    refuseTooLarge(whole.nodes.length, whole.edges.length);
    return flowSchema.parse({
      version: flowSchema.shape.version.catch(1).parse(own?.get('version')),
      scope: flowSchema.shape.scope.catch('external').parse(own?.get('scope')),
      nodes: whole.nodes,
      edges: withLoose(this.withReturns(whole), own),
      exemptions: exemptionsOf(own, this.notes),
    });
  }

  private nameNodes(): void {
    // Those that say their id themselves come first, so that nothing else takes it.
    const { nodes } = this.source;
    const isOwn = (element: ModdleElement) => ownExtension(element, 'flow:Node') !== null;
    for (const element of [...nodes.filter(isOwn), ...nodes.filter((each) => !isOwn(each))]) {
      const becomes = this.becomes.get(element);
      if (becomes === undefined || becomes === 'passed') continue;
      const own = ownExtension(element, 'flow:Node');
      const id = this.nodeIds.of((own && textAt(own, 'id')) || textAt(element, 'id'), 'node');
      this.entryIds.set(element, id);
      this.exitIds.set(element, becomes === 'join_and_split' ? this.nodeIds.of(`${id}_split`, 'node') : id);
    }
  }

  private nodesOf(element: ModdleElement): FlowNode[] {
    const becomes = this.becomes.get(element);
    const [entry, exit] = [this.entryIds.get(element), this.exitIds.get(element)];
    if (becomes === undefined || becomes === 'passed' || entry === undefined || exit === undefined) return [];
    if (becomes !== 'join_and_split') return [nodeOf(element, becomes, entry, this.source, this.notes)];
    const join = nodeOf(element, 'join', entry, this.source, this.notes);
    return [join, { ...nodeOf(element, 'split', exit, this.source, this.notes), note: '' }];
  }

  private jointOf(element: ModdleElement): FlowEdge[] {
    const [from, to] = [this.entryIds.get(element), this.exitIds.get(element)];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ id: this.edgeIds.of(`${from}_on`, 'way'), from, to, condition: '', isReturn: false }];
  }

  private edgesOf(way: SourceWay): FlowEdge[] {
    const from = this.exitIds.get(way.from);
    if (from === undefined) return [];
    const to = this.entryIds.get(this.leadsTo(way.to) ?? way.to);
    if (to === undefined) {
      this.notes.add(way.element, '连线没有通到任何节点，没有导入。', 'This way comes to no node; it was left out.');
      return [];
    }
    const own = ownExtension(way.element, 'flow:Edge');
    return [
      {
        id: this.edgeIds.of((own && textAt(own, 'id')) || textAt(way.element, 'id'), 'way'),
        from,
        to,
        condition: this.conditionOf(way, own !== null),
        isReturn: own?.get('isReturn') === true,
      },
    ];
  }

  /** The element at which a way arrives once what only leads on is passed; null where it goes round. */
  private leadsTo(element: ModdleElement): ModdleElement | null {
    const seen = new Set<ModdleElement>();
    let at = element;
    while (this.becomes.get(at) === 'passed') {
      if (seen.has(at)) return null;
      seen.add(at);
      const next = this.source.ways.find(({ from }) => from === at);
      if (next === undefined) return null;
      at = next.to;
    }
    return at;
  }

  private conditionOf({ element, from, to, condition }: SourceWay, isOwn: boolean): string {
    const name = isOwn ? textAt(element, 'name') : nameOf(element);
    const said = (element.$type === 'bpmn:SequenceFlow' ? name : '') || condition;
    if (said.length > LONGEST_CONDITION)
      this.notes.add(
        element,
        `条件超过 ${LONGEST_CONDITION} 个字，后面的没有导入：${said.slice(0, 300)}`,
        `The condition is longer than ${LONGEST_CONDITION} characters and was cut: ${said.slice(0, 300)}`,
      );
    if (said !== '' || isOwn) return said.slice(0, LONGEST_CONDITION).trim();
    if (from.$type === 'bpmn:EventBasedGateway') return nameOf(to).slice(0, LONGEST_CONDITION).trim();
    if (!from.$instanceOf('bpmn:Gateway') || elementAt(from, 'default') !== element) return '';
    if (this.becomes.get(from) !== 'decision') return '';
    this.notes.add(
      element,
      '默认连线没有名称，条件写为“其他情形”。',
      'The default flow has no name; its condition was read as "其他情形" (otherwise).',
    );
    return '其他情形';
  }

  /** Loops of other documents bear no mark. */
  private withReturns({ nodes, edges }: Pick<Flow, 'nodes' | 'edges'>): FlowEdge[] {
    const own = new Set(
      this.source.ways.flatMap(({ element }) => {
        const extension = ownExtension(element, 'flow:Edge');
        return extension === null ? [] : [textAt(extension, 'id')];
      }),
    );
    const { unmarkedReturns } = graphOf({ nodes, edges });
    return edges.map((edge) => {
      if (!unmarkedReturns.has(edge) || own.has(edge.id)) return edge;
      const way = this.source.ways.find(({ element }) => textAt(element, 'id') === edge.id)?.element ?? null;
      this.notes.add(
        way,
        '连线回到前面的节点，标为“退回”。请检查。',
        'This way leads back and was marked as a return. Look through it.',
      );
      return { ...edge, isReturn: true };
    });
  }

  /** Of events that break off an activity: where each leads, besides where the activity does. */
  private boundaryExits(): BoundaryExit[] {
    return this.source.boundaryEvents.flatMap((event) => {
      const activity = elementAt(event, 'attachedToRef');
      const from = activity === null ? undefined : this.exitIds.get(activity);
      const targets = this.source.ways
        .filter((way) => way.from === event)
        .flatMap(({ to }) => this.entryIds.get(this.leadsTo(to) ?? to) ?? []);
      const isExit = from !== undefined && targets.length > 0 && event.get('cancelActivity') !== false;
      noteBoundary(event, isExit, this.notes);
      return isExit ? [{ from, condition: nameOf(event) || typeName(event).zh, targets }] : [];
    });
  }
}

function exemptionsOf(own: ModdleElement | null, notes: Notes): Flow['exemptions'] {
  const written = own === null ? [] : elementsAt(own, 'exemptions');
  const read = flowSchema.shape.exemptions.safeParse(
    written.map((each) => ({ role: textAt(each, 'role'), basis: textAt(each, 'text') })),
  );
  if (read.success) return read.data;
  notes.add(
    null,
    '扩展信息中“依法不经的环节”不完整或者被改坏，没有导入。请重新填写。',
    'The exempt steps in the extension are damaged and were left out. Enter them again.',
  );
  return [];
}

/** Edges that hang loose stand in our extension, with the place that they had among the others. */
function withLoose(edges: readonly FlowEdge[], own: ModdleElement | null): FlowEdge[] {
  const all = [...edges];
  for (const loose of own === null ? [] : elementsAt(own, 'looseEdges')) {
    const edge = flowEdgeSchema.safeParse({
      ...Object.fromEntries(['id', 'from', 'to'].map((name) => [name, textAt(loose, name)])),
      condition: textAt(loose, 'condition'),
      isReturn: loose.get('isReturn') === true,
    });
    if (edge.success) all.splice(Number(loose.get('at')), 0, edge.data);
  }
  return all;
}

function countBy(ways: readonly SourceWay[], end: (way: SourceWay) => ModdleElement): Map<ModdleElement, number> {
  const counts = new Map<ModdleElement, number>();
  for (const way of ways) counts.set(end(way), (counts.get(end(way)) ?? 0) + 1);
  return counts;
}

import {
  flowEdgeSchema,
  flowIdSchema,
  flowSchema,
  graphOf,
  MOST_EDGES,
  MOST_NODES,
  type Flow,
  type FlowEdge,
  type FlowNode,
} from 'disclosure-contract/flow';
import { kindOf, type Becomes } from './kinds';
import { elementAt, elementsAt, ownExtension, textAt, type ModdleElement } from './moddle';
import { noteForeign } from './foreign';
import { nodeOf } from './nodes';
import { nameOf, Notes, oneLine, typeName, type ExchangeNote } from './notes';
import { readBpmn, unreadable } from './read';
import { sourceOf, type Source, type SourceWay } from './source';

const LONGEST_CONDITION = 100;

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
    const bounded = this.withBoundaries(flowNodes, [...edges, ...joints]);
    if (bounded.nodes.length > MOST_NODES || bounded.edges.length > MOST_EDGES)
      throw unreadable(
        `文件里有 ${bounded.nodes.length} 个节点、${bounded.edges.length} 条连线，一个流程最多 ${MOST_NODES} 个节点、${MOST_EDGES} 条连线。请把它分成几个流程。`,
      );
    return flowSchema.parse({
      version: own?.get('version') ?? 1,
      scope: (own && textAt(own, 'scope')) || 'external',
      nodes: bounded.nodes,
      edges: withLoose(this.withReturns(bounded), own),
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
    if (isOwn) return textAt(element, 'name');
    const said = (element.$type === 'bpmn:SequenceFlow' ? nameOf(element) : '') || condition;
    if (said.length > LONGEST_CONDITION)
      this.notes.add(
        element,
        `条件超过 ${LONGEST_CONDITION} 个字，后面的没有导入：${said}`,
        `The condition is longer than ${LONGEST_CONDITION} characters and was cut: ${said}`,
      );
    if (said !== '') return said.slice(0, LONGEST_CONDITION).trim();
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
    const { unmarkedReturns } = graphOf({ version: 1, scope: 'external', nodes, edges });
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

  /** An event that breaks off an activity is another exit of it: the activity is followed by a decision. */
  private withBoundaries(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Pick<Flow, 'nodes' | 'edges'> {
    let made = { nodes: [...nodes], edges: [...edges] };
    for (const event of this.source.boundaryEvents) {
      noteBoundary(event, this.notes);
      const activity = elementAt(event, 'attachedToRef');
      const from = activity === null ? undefined : this.exitIds.get(activity);
      const node = nodes.find(({ id }) => id === from);
      if (node === undefined || event.get('cancelActivity') === false) continue;
      const ways = this.source.ways.filter((way) => way.from === event);
      const targets = ways.flatMap(({ to }) => this.entryIds.get(this.leadsTo(to) ?? to) ?? []);
      if (targets.length > 0) made = this.withExit(made, node, nameOf(event) || typeName(event).zh, targets);
    }
    return made;
  }

  private withExit(
    { nodes, edges }: { nodes: FlowNode[]; edges: FlowEdge[] },
    { id, actor }: FlowNode,
    condition: string,
    targets: readonly string[],
  ): { nodes: FlowNode[]; edges: FlowEdge[] } {
    const exits = edges.filter(({ from }) => from === id);
    const [only] = exits;
    const after = only && nodes.find((node) => node.id === only.to && node.note === AFTER_ACTIVITY);
    const fork = after ?? decisionAfter(this.nodeIds.of(`${id}_result`, 'node'), actor);
    const moved = after === undefined ? edges.map((edge) => (edge.from === id ? leaving(edge, fork.id) : edge)) : edges;
    const edge = (from: string, to: string, when: string): FlowEdge => ({
      id: this.edgeIds.of(`${from}_to_${to}`.slice(0, 60), 'way'),
      from,
      to,
      condition: when.slice(0, LONGEST_CONDITION).trim(),
      isReturn: false,
    });
    return {
      nodes: after === undefined ? [...nodes, fork] : nodes,
      edges: [
        ...moved,
        ...(after === undefined ? [edge(id, fork.id, '')] : []),
        ...targets.map((to) => edge(fork.id, to, condition)),
      ],
    };
  }
}

/** Marks the decision that was put after an activity, for readers of the flow as well. */
const AFTER_ACTIVITY = '导入时添加：原图中这里是附在前一步上的边界事件。';

function decisionAfter(id: string, actor: FlowNode['actor']): FlowNode {
  return {
    ...{ id, kind: 'decision', title: '结果如何', roles: [], actor, limit: null, materials: [], outputs: [] },
    ...{ bases: [], rights: [], risks: [], note: AFTER_ACTIVITY },
  };
}

const leaving = (edge: FlowEdge, from: string): FlowEdge => ({
  ...edge,
  from,
  condition: edge.condition === '' ? '正常完成' : edge.condition,
});

function noteBoundary(event: ModdleElement, notes: Notes): void {
  if (event.get('cancelActivity') === false)
    notes.add(
      event,
      '不中断的边界事件没有导入，它后面的节点没有连线过来。请改用“并行开始”或者删除。',
      'A boundary event that does not interrupt was left out, and nothing leads to what follows it. Use a split, or delete that.',
    );
  else
    notes.add(
      event,
      '边界事件导入为前一步之后的“判断”的一个出口，触发方式没有导入。请检查。',
      'A boundary event was read as an exit of a decision after the step; what triggers it was left out. Look through it.',
    );
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

/** Ids for nodes and edges: those of the file where a flow may have them. */
class FlowIds {
  private readonly given = new Set<string>();

  of(wanted: string, otherwise: string): string {
    const base = flowIdSchema.safeParse(wanted).success ? wanted : otherwise;
    let id = base;
    for (let count = base === wanted ? 2 : 1; id === otherwise || this.given.has(id); count += 1)
      id = `${base.slice(0, 56)}_${count}`;
    this.given.add(id);
    return id;
  }
}

function countBy(ways: readonly SourceWay[], end: (way: SourceWay) => ModdleElement): Map<ModdleElement, number> {
  const counts = new Map<ModdleElement, number>();
  for (const way of ways) counts.set(end(way), (counts.get(end(way)) ?? 0) + 1);
  return counts;
}

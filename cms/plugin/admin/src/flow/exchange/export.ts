import type { Flow, FlowEdge, FlowNode, NodeKind } from 'disclosure-contract/flow';
import { drawnOf, type Drawn } from './drawn';
import { layoutOf, type Box, type Layout } from './layout';
import { loadModdle, type BpmnModdle, type ModdleElement } from './moddle';

/** How a kind of node is written. A document is a task of no type, so that it is told from a step by every tool. */
const ELEMENTS: Readonly<Record<NodeKind, string>> = {
  start: 'bpmn:StartEvent',
  step: 'bpmn:UserTask',
  decision: 'bpmn:ExclusiveGateway',
  split: 'bpmn:ParallelGateway',
  join: 'bpmn:ParallelGateway',
  document: 'bpmn:Task',
  wait: 'bpmn:IntermediateCatchEvent',
  end: 'bpmn:EndEvent',
};

/**
 * A flow as BPMN 2.0 XML with its drawing. What BPMN has no word for stands in an extension of ours, so that
 * `flowOfBpmn()` gives back an equal flow; only signs that XML cannot hold are left out. Nodes stand
 * in lanes by who acts.
 */
export async function bpmnOf(flow: Flow): Promise<string> {
  const moddle = await loadModdle();
  const { xml } = await moddle.toXML(new Writer(moddle, drawnOf(flow)).definitions(flow), { format: true });
  return xml;
}

class Writer {
  private readonly moddle: BpmnModdle;
  private readonly drawn: Drawn;
  private readonly elements = new Map<string, ModdleElement>();

  constructor(moddle: BpmnModdle, drawn: Drawn) {
    this.moddle = moddle;
    this.drawn = drawn;
  }

  definitions(flow: Flow): ModdleElement {
    const nodes = this.drawn.shapes.map(({ elementId, node }) => this.shape(elementId, node));
    const ways = this.drawn.ways.map(({ elementId, edge, from, to }) => this.way(elementId, edge, from, to));
    const process = this.create('bpmn:Process', {
      id: 'Process_flow',
      isExecutable: false,
      extensionElements: this.extension(this.flowElement(flow)),
      laneSets: this.laneSets(),
      flowElements: [...nodes, ...ways],
    });
    const pool = this.create('bpmn:Participant', { id: 'Participant_flow', processRef: process });
    const collaboration = this.create('bpmn:Collaboration', { id: 'Collaboration_flow', participants: [pool] });
    return this.create('bpmn:Definitions', {
      id: 'Definitions_flow',
      targetNamespace: 'http://bpmn.io/schema/bpmn',
      exporter: 'Gongkai',
      rootElements: [collaboration, process],
      diagrams: [this.diagram(collaboration, pool, layoutOf(this.drawn))],
    });
  }

  private create(type: string, properties: Readonly<Record<string, unknown>> = {}): ModdleElement {
    const element = this.moddle.create(type, writable(properties));
    for (const value of Object.values(properties).flat())
      if (typeof value === 'object' && value !== null && '$type' in value && !(value as ModdleElement).$parent)
        (value as ModdleElement).$parent = element;
    return element;
  }

  private shape(elementId: string, node: FlowNode | null): ModdleElement {
    const element =
      node === null
        ? this.create('bpmn:ExclusiveGateway', {
            id: elementId,
            extensionElements: this.extension(this.create('flow:Merge')),
          })
        : this.create(ELEMENTS[node.kind], {
            id: elementId,
            name: node.title || undefined,
            documentation: node.note === '' ? [] : [this.create('bpmn:Documentation', { text: node.note })],
            extensionElements: this.extension(this.nodeElement(node)),
            ...(node.kind === 'wait' ? { eventDefinitions: [this.timer(node)] } : {}),
          });
    this.elements.set(elementId, element);
    return element;
  }

  /** Working days are no duration that a clock knows: only calendar days are given to it. */
  private timer({ limit }: FlowNode): ModdleElement {
    if (limit?.unit !== 'calendar_days') return this.create('bpmn:TimerEventDefinition');
    const timeDuration = this.create('bpmn:FormalExpression', { body: `P${limit.amount}D` });
    return this.create('bpmn:TimerEventDefinition', { timeDuration });
  }

  private way(elementId: string, edge: FlowEdge | null, from: string, to: string): ModdleElement {
    const [sourceRef, targetRef] = [this.elements.get(from), this.elements.get(to)];
    const own = edge && this.create('flow:Edge', { id: edge.id, isReturn: edge.isReturn });
    const element = this.create('bpmn:SequenceFlow', {
      id: elementId,
      name: edge?.condition || undefined,
      ...(own === null ? {} : { extensionElements: this.extension(own) }),
    });
    element.set('sourceRef', sourceRef);
    element.set('targetRef', targetRef);
    (sourceRef?.get('outgoing') as ModdleElement[]).push(element);
    (targetRef?.get('incoming') as ModdleElement[]).push(element);
    this.elements.set(elementId, element);
    return element;
  }

  private extension(own: ModdleElement): ModdleElement {
    return this.create('bpmn:ExtensionElements', { values: [own] });
  }

  private flowElement({ version, scope, exemptions }: Flow): ModdleElement {
    const looseEdges = this.drawn.loose.map(({ edge, at }) => this.create('flow:LooseEdge', { ...edge, at }));
    return this.create('flow:Flow', {
      version,
      scope,
      exemptions: exemptions.map(({ role, basis }) => this.create('flow:Exemption', { role, text: basis })),
      looseEdges,
    });
  }

  private nodeElement(node: FlowNode): ModdleElement {
    const texts = (type: string, all: readonly string[]) => all.map((text) => this.create(type, { text }));
    return this.create('flow:Node', {
      id: node.id,
      kind: node.kind,
      roles: node.roles.join(' ') || undefined,
      section: node.actor?.section,
      post: node.actor?.post || undefined,
      limits: node.limit === null ? [] : [this.create('flow:Limit', node.limit)],
      materials: texts('flow:Material', node.materials),
      outputs: texts('flow:Output', node.outputs),
      bases: texts('flow:Basis', node.bases),
      rights: node.rights.map(({ kind, note }) => this.create('flow:Right', { kind, text: note || undefined })),
      risks: node.risks.map(({ level, post, text }) =>
        this.create('flow:Risk', { level, post: post || undefined, text }),
      ),
    });
  }

  private laneSets(): ModdleElement[] {
    if (this.drawn.lanes.every((lane) => lane === '')) return [];
    const lanes = this.drawn.lanes.map((lane, at) => {
      const element = this.create('bpmn:Lane', { id: laneId(at), name: lane || undefined });
      const inside = this.drawn.shapes.filter((shape) => shape.lane === lane);
      element.set(
        'flowNodeRef',
        inside.flatMap(({ elementId }) => this.elements.get(elementId) ?? []),
      );
      this.elements.set(laneId(at), element);
      return element;
    });
    return [this.create('bpmn:LaneSet', { id: 'LaneSet_flow', lanes })];
  }

  private diagram(collaboration: ModdleElement, pool: ModdleElement, layout: Layout): ModdleElement {
    const lanes = this.drawn.lanes.flatMap((lane, at) => {
      const [element, box] = [this.elements.get(laneId(at)), layout.lanes.get(lane)];
      return element === undefined || box === undefined ? [] : [this.box(laneId(at), element, box, true)];
    });
    const shapes = [...layout.shapes].map(([id, box]) => this.box(id, this.elements.get(id), box));
    const ways = [...layout.ways].map(([id, points]) => {
      const waypoint = points.map((point) => this.create('dc:Point', { ...point }));
      const place = layout.labels.get(id);
      const label = place && this.create('bpmndi:BPMNLabel', { bounds: this.create('dc:Bounds', { ...place }) });
      const edge = this.create('bpmndi:BPMNEdge', { id: `${id}_di`, waypoint, label });
      edge.set('bpmnElement', this.elements.get(id));
      return edge;
    });
    const plane = this.create('bpmndi:BPMNPlane', {
      id: 'BPMNPlane_flow',
      planeElement: [this.box('Participant_flow', pool, layout.pool, true), ...lanes, ...shapes, ...ways],
    });
    plane.set('bpmnElement', collaboration);
    return this.create('bpmndi:BPMNDiagram', { id: 'BPMNDiagram_flow', plane });
  }

  private box(id: string, element: ModdleElement | undefined, box: Box, isHorizontal?: true): ModdleElement {
    const bounds = this.create('dc:Bounds', { ...box });
    const shape = this.create('bpmndi:BPMNShape', { id: `${id}_di`, bounds, isHorizontal });
    shape.set('bpmnElement', element);
    return shape;
  }
}

const laneId = (at: number) => `Lane_${at + 1}`;

/** Signs that no XML document may hold, and halves of signs. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function writable(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? value.replace(UNWRITABLE, '') : value]];
    }),
  );
}

import type { Label } from '../vocabulary.ts';
import {
  FLOW_SCOPES,
  LIMIT_UNITS,
  NODE_KINDS,
  nodeName,
  RIGHT_KINDS,
  RISK_LEVELS,
  STEP_ROLES,
  type Exemption,
  type Flow,
  type FlowEdge,
  type FlowNode,
} from './model.ts';
import { orderedText } from './ordered-text.ts';

export type FlowChangeKind = 'added' | 'changed' | 'removed';

/** One thing that differs between two versions of a flow. */
export interface FlowChange {
  readonly kind: FlowChangeKind;
  /** What it is about; neither for the flow as a whole. */
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  /** Which field of a changed node, edge or flow; null where all of a node or an edge came or went. */
  readonly field: string | null;
  /** 第 3 步“审查”：时限 5 → 3 个工作日. */
  readonly text: Label;
}

export interface FlowDifference {
  /** In the order of the ordered text; what was taken away comes last. */
  readonly changes: readonly FlowChange[];
  /** The later flow with what was taken away still in it, to be drawn with marks. */
  readonly flow: Flow;
  readonly nodes: ReadonlyMap<string, FlowChangeKind>;
  readonly edges: ReadonlyMap<string, FlowChangeKind>;
}

/**
 * How a flow differs from the version before, by the ids that nodes and edges keep. Steps are called by their numbers in the
 * later version, those that were taken away by their numbers in the earlier. The order in which nodes and edges are stored,
 * and the number of the version, are no difference.
 */
export function flowDifference(before: Flow, after: Flow): FlowDifference {
  const [old, now] = [new Reading(before), new Reading(after)];
  const changes = [
    ...scopeChanges(before, after),
    ...nodeChanges(old, now),
    ...edgeChanges(old, now),
    ...exemptionChanges(before, after),
  ];
  const union = {
    ...after,
    nodes: [...now.nodes.values(), ...missing(old.nodes, now.nodes)],
    edges: [...now.edges.values(), ...missing(old.edges, now.edges)],
  };
  return { changes, flow: union, nodes: marksBy('nodeId', changes), edges: marksBy('edgeId', changes) };
}

/** A flow with its nodes and edges by id, and the names by which texts call them. */
class Reading {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly edges: ReadonlyMap<string, FlowEdge>;
  readonly #names: ReadonlyMap<string, Label>;

  constructor(flow: Flow) {
    const steps = orderedText(flow);
    this.nodes = new Map(steps.map(({ node }) => [node.id, node]));
    // Of edges with one id the first counts, as of nodes.
    this.edges = new Map(flow.edges.toReversed().map((edge) => [edge.id, edge]));
    this.#names = new Map(
      steps.map(({ node, number }) => {
        const { zh, en } = nodeName(node);
        return [node.id, { zh: `第 ${number} 步“${zh}”`, en: `Step ${number} "${en}"` }];
      }),
    );
  }

  node(id: string): Label {
    return this.#names.get(id) ?? { zh: `“${id}”`, en: `"${id}"` };
  }

  edge({ from, to }: FlowEdge): Label {
    return both((language) => `${this.node(from)[language]} → ${this.node(to)[language]}`);
  }
}

function scopeChanges(before: Flow, after: Flow): FlowChange[] {
  if (before.scope === after.scope) return [];
  const [old, now] = [FLOW_SCOPES[before.scope], FLOW_SCOPES[after.scope]];
  const text = { zh: `适用范围：${old.zh} → ${now.zh}`, en: `Scope: ${old.en} → ${now.en}` };
  return [{ kind: 'changed', nodeId: null, edgeId: null, field: 'scope', text }];
}

function nodeChanges(old: Reading, now: Reading): FlowChange[] {
  const whole = (kind: FlowChangeKind, nodeId: string, text: Label) =>
    ({ kind, nodeId, edgeId: null, field: null, text }) as const;
  const kept = [...now.nodes.values()].flatMap((node): FlowChange[] => {
    const name = now.node(node.id);
    const former = old.nodes.get(node.id);
    if (former === undefined) return [whole('added', node.id, { zh: `新增${name.zh}`, en: `Added: ${name.en}` })];
    return fieldChanges(former, node, NODE_FIELDS).map(({ field, text }) => ({
      kind: 'changed',
      nodeId: node.id,
      edgeId: null,
      field,
      text: { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` },
    }));
  });
  const gone = missing(old.nodes, now.nodes).map(({ id }) => {
    const name = old.node(id);
    return whole('removed', id, { zh: `删去原${name.zh}`, en: `Removed: former ${name.en}` });
  });
  return [...kept, ...gone];
}

function edgeChanges(old: Reading, now: Reading): FlowChange[] {
  const whole = (kind: FlowChangeKind, edgeId: string, text: Label) =>
    ({ kind, nodeId: null, edgeId, field: null, text }) as const;
  const kept = [...now.edges.values()].flatMap((edge): FlowChange[] => {
    const name = now.edge(edge);
    const { condition } = edge;
    const former = old.edges.get(edge.id);
    if (former === undefined) {
      const when = both((language) => (condition === '' ? '' : parenthesised(condition, language)));
      return [whole('added', edge.id, { zh: `新增连线${name.zh}${when.zh}`, en: `Added edge: ${name.en}${when.en}` })];
    }
    const moved = former.from !== edge.from || former.to !== edge.to;
    const ends = moved
      ? [{ field: 'ends', text: { zh: `原为${old.edge(former).zh}`, en: `was ${old.edge(former).en}` } }]
      : [];
    return [...ends, ...fieldChanges(former, edge, EDGE_FIELDS)].map(({ field, text }) => ({
      kind: 'changed',
      nodeId: null,
      edgeId: edge.id,
      field,
      text: { zh: `连线${name.zh}：${text.zh}`, en: `Edge ${name.en}: ${text.en}` },
    }));
  });
  const gone = missing(old.edges, now.edges).map((edge) => {
    const name = old.edge(edge);
    return whole('removed', edge.id, { zh: `删去原连线${name.zh}`, en: `Removed edge: former ${name.en}` });
  });
  return [...kept, ...gone];
}

/** An exemption is the same as long as its role is. */
function exemptionChanges(before: Flow, after: Flow): FlowChange[] {
  const change = (kind: FlowChangeKind, text: Label) =>
    ({ kind, nodeId: null, edgeId: null, field: 'exemptions', text }) as const;
  const kept = after.exemptions.flatMap((exemption) => {
    const former = before.exemptions.find(({ role }) => role === exemption.role);
    const text = exemptionText(exemption);
    if (former === undefined)
      return [change('added', { zh: `新增依法不经的环节：${text.zh}`, en: `Added exempt step: ${text.en}` })];
    if (former.basis === exemption.basis) return [];
    const { zh, en } = STEP_ROLES[exemption.role];
    const [was, is] = [quoted(former.basis), quoted(exemption.basis)];
    return [
      change('changed', {
        zh: `依法不经的环节“${zh}”：依据 ${was.zh} → ${is.zh}`,
        en: `Exempt step "${en}": basis ${was.en} → ${is.en}`,
      }),
    ];
  });
  const gone = before.exemptions
    .filter(({ role }) => !after.exemptions.some((each) => each.role === role))
    .map(exemptionText)
    .map(({ zh, en }) => change('removed', { zh: `删去依法不经的环节：${zh}`, en: `Removed exempt step: ${en}` }));
  return [...kept, ...gone];
}

function exemptionText({ role, basis }: Exemption): Label {
  return both((language) => `${STEP_ROLES[role][language]}${parenthesised(basis, language)}`);
}

/** How a field is called and what its value reads like; lists entry by entry. */
interface Field<Thing> {
  readonly key: string;
  readonly name: Label;
  readonly read: (thing: Thing) => Label | readonly Label[];
}

const same = (text: string): Label => ({ zh: text, en: text });
const both = (write: (language: keyof Label) => string): Label => ({ zh: write('zh'), en: write('en') });
const quoted = (text: string): Label => (text === '' ? NOTHING : { zh: `“${text}”`, en: `"${text}"` });
const NOTHING: Label = { zh: '无', en: 'none' };

const NODE_FIELDS: readonly Field<FlowNode>[] = [
  { key: 'kind', name: { zh: '类型', en: 'kind' }, read: ({ kind }) => NODE_KINDS[kind] },
  { key: 'title', name: { zh: '名称', en: 'title' }, read: ({ title }) => quoted(title) },
  { key: 'roles', name: { zh: '环节', en: 'role' }, read: ({ roles }) => roles.map((role) => STEP_ROLES[role]) },
  {
    key: 'actor',
    name: { zh: '承办', en: 'actor' },
    read: ({ actor }) => {
      if (actor === null) return NOTHING;
      return same([actor.section, actor.post].filter((part) => part !== '').join(' · '));
    },
  },
  { key: 'limit', name: { zh: '时限', en: 'limit' }, read: ({ limit }) => limitOf(limit) },
  { key: 'materials', name: { zh: '材料', en: 'documents' }, read: ({ materials }) => materials.map(same) },
  { key: 'outputs', name: { zh: '结果文书', en: 'results' }, read: ({ outputs }) => outputs.map(same) },
  { key: 'bases', name: { zh: '依据', en: 'bases' }, read: ({ bases }) => bases.map(same) },
  {
    key: 'rights',
    name: { zh: '权利', en: 'rights' },
    read: ({ rights }) =>
      rights.map(({ kind, note }) =>
        both((language) => `${RIGHT_KINDS[kind][language]}${note === '' ? '' : parenthesised(note, language)}`),
      ),
  },
  {
    key: 'risks',
    name: { zh: '风险点', en: 'risk points' },
    read: ({ risks }) =>
      risks.map(({ text, level, post }) =>
        both((language) => {
          const details = [RISK_LEVELS[level][language], post].filter((part) => part !== '');
          return `${text}${parenthesised(details.join(language === 'zh' ? '，' : ', '), language)}`;
        }),
      ),
  },
  { key: 'note', name: { zh: '说明', en: 'note' }, read: ({ note }) => quoted(note) },
];

const EDGE_FIELDS: readonly Field<FlowEdge>[] = [
  { key: 'condition', name: { zh: '条件', en: 'condition' }, read: ({ condition }) => quoted(condition) },
  {
    key: 'isReturn',
    name: { zh: '退回', en: 'return' },
    read: ({ isReturn }) => (isReturn ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }),
  },
];

function fieldChanges<Thing extends FlowNode | FlowEdge>(
  former: Thing,
  thing: Thing,
  fields: readonly Field<Thing>[],
): { field: string; text: Label }[] {
  return fields.flatMap(({ key, name, read }) => {
    const [old, now] = [read(former), read(thing)];
    const text = isList(old) && isList(now) ? listChange(old, now) : valueChange(key, old as Label, now as Label);
    return text === null ? [] : [{ field: key, text: both((language) => `${name[language]} ${text[language]}`) }];
  });
}

function isList(read: Label | readonly Label[]): read is readonly Label[] {
  return Array.isArray(read);
}

function valueChange(key: string, old: Label, now: Label): Label | null {
  if (old.zh === now.zh) return null;
  return both((language) => {
    // 时限 5 → 3 个工作日: a unit that stays is said once.
    const [, amount = '', unit = ''] = /^(\d+)( .+)$/.exec(old[language]) ?? [];
    const isSameUnit = key === 'limit' && unit !== '' && now[language].replace(/^\d+/, '') === unit;
    return `${isSameUnit ? amount : old[language]} → ${now[language]}`;
  });
}

function listChange(old: readonly Label[], now: readonly Label[]): Label | null {
  const added = without(now, old);
  const gone = without(old, now);
  if (added.length + gone.length === 0) {
    const isSameOrder = old.every(({ zh }, at) => zh === now[at]?.zh);
    return isSameOrder ? null : { zh: '顺序调整', en: 'in another order' };
  }
  return both((language) => {
    const listed = (entries: readonly Label[]) => entries.map((entry) => quoted(entry[language])[language]);
    const [more, less] = language === 'zh' ? ['增加', '删去'] : ['added ', 'removed '];
    const parts = [
      ...(added.length === 0 ? [] : [more + listed(added).join(language === 'zh' ? '、' : ', ')]),
      ...(gone.length === 0 ? [] : [less + listed(gone).join(language === 'zh' ? '、' : ', ')]),
    ];
    return parts.join(language === 'zh' ? '，' : ', ');
  });
}

/** What one list has more than the other, each as often as it is there. */
function without(entries: readonly Label[], others: readonly Label[]): Label[] {
  const left = others.map(({ zh }) => zh);
  return entries.filter(({ zh }) => {
    const at = left.indexOf(zh);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function limitOf(limit: FlowNode['limit']): Label {
  if (limit === null) return NOTHING;
  const { zh, en } = LIMIT_UNITS[limit.unit];
  const [outZh, outEn] = limit.countsTowardsTotal ? ['', ''] : ['（不计入时限）', ' (not counted)'];
  return { zh: `${limit.amount} ${zh}${outZh}`, en: `${limit.amount} ${en}${outEn}` };
}

function parenthesised(text: string, language: keyof Label): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

function missing<Thing>(old: ReadonlyMap<string, Thing>, now: ReadonlyMap<string, Thing>): Thing[] {
  return [...old].filter(([id]) => !now.has(id)).map(([, thing]) => thing);
}

function marksBy(key: 'nodeId' | 'edgeId', changes: readonly FlowChange[]): Map<string, FlowChangeKind> {
  return new Map(changes.flatMap((change) => (change[key] === null ? [] : [[change[key], change.kind] as const])));
}

import { flowNodeSchema, type FlowNode, type NodeKind } from 'disclosure-contract/flow';
import { needsNobody } from './drawn';
import { elementAt, elementsAt, ownExtension, textAt, type ModdleElement } from './moddle';
import { nameOf, oneLine, typeName, type Notes } from './notes';
import type { Source } from './source';

const LONGEST_TITLE = 60;
const LONGEST_TEXT = 300;
const LONGEST_ACTOR = 100;
const LONGEST_NOTE = 1000;
const MOST_TEXTS = 30;

/** A node for an element of the file. What is longer than a flow holds is cut and noted. */
export function nodeOf(element: ModdleElement, kind: NodeKind, id: string, source: Source, notes: Notes): FlowNode {
  const own = ownExtension(element, 'flow:Node');
  const data = dataOf(element);
  const texts = (name: string, more: readonly string[]) => [
    ...(own === null ? [] : elementsAt(own, name).map((each) => textAt(each, 'text'))),
    ...more.map((text) => cut(element, text, LONGEST_TEXT, notes)),
  ];
  const written = {
    id,
    kind,
    title: cut(element, own === null ? nameOf(element) : textAt(element, 'name'), LONGEST_TITLE, notes),
    roles: own === null ? [] : textAt(own, 'roles').split(' ').filter(Boolean),
    actor: actorOf(element, own, kind, source, notes),
    limit: limitOf(element, own, notes),
    materials: texts('materials', data.inputs).slice(0, MOST_TEXTS),
    outputs: texts('outputs', data.outputs).slice(0, MOST_TEXTS),
    bases: texts('bases', []),
    rights:
      own === null
        ? []
        : elementsAt(own, 'rights').map((each) => ({ kind: textAt(each, 'kind'), note: textAt(each, 'text') })),
    risks:
      own === null
        ? []
        : elementsAt(own, 'risks').map((each) => ({
            text: textAt(each, 'text'),
            level: textAt(each, 'level'),
            post: textAt(each, 'post'),
          })),
    note: noteOf(element, source, notes),
  };
  const parsed = flowNodeSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  notes.add(
    element,
    '扩展信息不完整或者被改坏，只导入了名称、承办和备注。',
    'What stands in the extension is damaged; only name, actor and note were read.',
  );
  const { title, actor, note } = written;
  return flowNodeSchema.parse({ id, kind, title, actor, note });
}

function cut(element: ModdleElement, text: string, longest: number, notes: Notes): string {
  if (text.trim().length <= longest) return text.trim();
  notes.add(
    element,
    `超过 ${longest} 个字，后面的没有导入：${text.slice(longest, longest + 200)}`,
    `Longer than ${longest} characters; the rest was left out: ${text.slice(longest, longest + 200)}`,
  );
  return text.trim().slice(0, longest);
}

function actorOf(
  element: ModdleElement,
  own: ModdleElement | null,
  kind: NodeKind,
  { actors }: Source,
  notes: Notes,
): FlowNode['actor'] {
  const lane = actors.get(element);
  const written = own === null ? '' : textAt(own, 'section');
  if (own !== null && written === '' && needsNobody({ kind })) return null;
  if (own !== null && (lane === undefined || lane.section === oneLine(written)))
    return written === '' ? null : actorAs({ section: written, post: textAt(own, 'post') });
  if (lane === undefined || lane.section === '') return null;
  return actorAs(lane);

  function actorAs({ section, post }: { section: string; post: string }) {
    return { section: cut(element, section, LONGEST_ACTOR, notes), post: cut(element, post, LONGEST_ACTOR, notes) };
  }
}

/** ISO 8601 in whole days or weeks. */
const DAYS = /^P(?:(\d{1,3})W|(\d{1,4})D)$/;

function limitOf(element: ModdleElement, own: ModdleElement | null, notes: Notes): unknown {
  const [limit] = own === null ? [] : elementsAt(own, 'limits');
  if (limit !== undefined)
    return {
      amount: limit.get('amount'),
      unit: textAt(limit, 'unit'),
      countsTowardsTotal: limit.get('countsTowardsTotal') === true,
    };
  if (own !== null) return null;
  const timer = elementsAt(element, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  if (timer === undefined || element.$type !== 'bpmn:IntermediateCatchEvent') return null;
  const [expression] = ['timeDuration', 'timeDate', 'timeCycle'].flatMap((name) => elementAt(timer, name) ?? []);
  const text = expression === undefined ? '' : textAt(expression, 'body').trim();
  if (text === '') return null;
  const [, weeks, days] = DAYS.exec(text) ?? [];
  const amount = weeks === undefined ? Number(days) : Number(weeks) * 7;
  if (amount >= 1 && amount <= 1000) {
    notes.add(
      element,
      `定时 ${text} 导入为 ${amount} 日（自然日），不计入总时限。请检查单位。`,
      `The timer ${text} was read as ${amount} calendar days that do not count towards the total. Look through the unit.`,
    );
    return { amount, unit: 'calendar_days', countsTowardsTotal: false };
  }
  notes.add(
    element,
    `定时“${text.slice(0, 200)}”不是整日，没有导入。请填写时限。`,
    `The timer "${text.slice(0, 200)}" is no number of days and was left out. Enter the limit.`,
  );
  return null;
}

/** 数据对象: what comes in is a material, what goes out an output. */
function dataOf(element: ModdleElement): { inputs: string[]; outputs: string[] } {
  if (!element.$instanceOf('bpmn:Activity')) return { inputs: [], outputs: [] };
  const names = (list: readonly ModdleElement[]) => list.map(nameOf).filter((name) => name !== '');
  return {
    inputs: names(elementsAt(element, 'dataInputAssociations').flatMap((each) => elementsAt(each, 'sourceRef'))),
    outputs: names(elementsAt(element, 'dataOutputAssociations').flatMap((each) => elementAt(each, 'targetRef') ?? [])),
  };
}

function noteOf(element: ModdleElement, { remarks }: Source, notes: Notes): string {
  const documentation = elementsAt(element, 'documentation').map((each) => textAt(each, 'text').trim());
  const inner = element.$instanceOf('bpmn:SubProcess')
    ? elementsAt(element, 'flowElements')
        .filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
        .map((each) => nameOf(each) || typeName(each).zh)
    : [];
  const parts = [
    ...documentation,
    ...(remarks.get(element) ?? []),
    ...(inner.length === 0 ? [] : [`子流程内含：${inner.join('、')}`]),
  ];
  return cut(element, parts.filter((part) => part !== '').join('\n'), LONGEST_NOTE, notes);
}

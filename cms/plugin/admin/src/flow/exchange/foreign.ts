import { elementAt, elementsAt, type ModdleElement } from './moddle';
import { nameOf, typeName, type Notes } from './notes';

/** Notes what elements say in words that no flow has, whatever becomes of the elements themselves. */
export function noteForeign(definitions: ModdleElement, notes: Notes): void {
  const roots = elementsAt(definitions, 'rootElements');
  const collaborations = roots.filter((root) => root.$instanceOf('bpmn:Collaboration'));
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  const lanes = processes
    .flatMap((process) => elementsAt(process, 'laneSets'))
    .flatMap((set) => elementsAt(set, 'lanes'));
  const pools = collaborations.flatMap((collaboration) => elementsAt(collaboration, 'participants'));
  const parts = processes.flatMap((process) => elementsAt(process, 'flowElements'));
  for (const element of [...collaborations, ...pools, ...processes, ...lanes, ...parts]) noteSettings(element, notes);
  for (const element of [
    ...pools,
    ...processes,
    ...lanes,
    ...parts.filter((part) => !part.$instanceOf('bpmn:FlowNode')),
  ])
    if (elementsAt(element, 'documentation').length > 0)
      notes.add(element, '这里的说明文字没有导入。', 'The documentation that stands here was left out.');
  for (const activity of parts.filter((part) => part.$instanceOf('bpmn:Activity'))) noteExecution(activity, notes);
  noteLooseData(parts, notes);
}

/** What other tools keep in attributes and extensions of theirs. */
function noteSettings(element: ModdleElement, notes: Notes): void {
  const extensions = elementAt(element, 'extensionElements');
  const values = extensions === null ? [] : elementsAt(extensions, 'values').map(({ $type }) => $type);
  const attributes = Object.keys(element.$attrs).filter((name) => !name.startsWith('xmlns'));
  const foreign = [...new Set([...attributes, ...values])].filter((name) => !name.startsWith('flow:'));
  if (foreign.length === 0) return;
  notes.add(
    element,
    `其他软件的设置没有导入：${foreign.slice(0, 20).join('、')}。`,
    `Settings of other software were left out: ${foreign.slice(0, 20).join(', ')}.`,
  );
}

/** What is done several times, and by whom an engine has it done. */
function noteExecution(activity: ModdleElement, notes: Notes): void {
  if (elementAt(activity, 'loopCharacteristics') !== null)
    notes.add(activity, '重复或者多实例执行的设置没有导入。', 'That it is done several times was left out.');
  const performers = elementsAt(activity, 'resources').map((each) => nameOf(each) || each.$type.replace('bpmn:', ''));
  if (performers.length > 0)
    notes.add(
      activity,
      `执行人的设置（${performers.join('、')}）没有导入，请填写承办。`,
      `Who performs it (${performers.join(', ')}) was left out; enter the actor.`,
    );
}

/** Data that no activity reads or writes: there is no node whose material or output it could be. */
function noteLooseData(parts: readonly ModdleElement[], notes: Notes): void {
  const used = new Set(
    parts
      .filter((part) => part.$instanceOf('bpmn:Activity'))
      .flatMap((activity) => [
        ...elementsAt(activity, 'dataInputAssociations').flatMap((each) => elementsAt(each, 'sourceRef')),
        ...elementsAt(activity, 'dataOutputAssociations').flatMap((each) => elementAt(each, 'targetRef') ?? []),
      ]),
  );
  for (const part of parts)
    if (['bpmn:DataObjectReference', 'bpmn:DataStoreReference'].includes(part.$type) && !used.has(part))
      notes.add(
        part,
        `${typeName(part).zh}没有连到任务，没有导入。需要时请写进节点的材料或者成果。`,
        `${typeName(part).en} is read or written by no task and was left out. Enter it as a material or output of a node.`,
      );
}

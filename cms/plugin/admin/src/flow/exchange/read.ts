import { DisclosureError } from 'disclosure-contract';
import { loadModdle, type ModdleElement } from './moddle';

const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The root of a BPMN 2.0 document, and what the reader did not understand in it.
 *
 * @throws DisclosureError `flow_unreadable`
 */
export async function readBpmn(xml: string): Promise<{ definitions: ModdleElement; warnings: readonly string[] }> {
  if (new TextEncoder().encode(xml).length > MOST_BYTES)
    throw unreadable('文件超过 2 MB。请只导出一张流程图，不含图片和其他页面。');
  if (xml.includes('\uFFFD')) throw unreadable('文件不是 UTF-8 编码。请用 UTF-8 重新导出。');
  if (hasDocumentType(xml))
    throw unreadable('文件含有文档类型声明（DOCTYPE）或者实体，BPMN 不需要它们。请删除后再导入，或者重新导出。');
  const moddle = await loadModdle();
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    return { definitions: rootElement, warnings: warnings.map(({ message }) => message) };
  } catch (cause) {
    const where = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 200) : '';
    throw unreadable(`文件不是完整的 BPMN 2.0 XML。请重新导出。读到的问题：${where}`, cause);
  }
}

export function unreadable(message: string, cause?: unknown): DisclosureError {
  return new DisclosureError('flow_unreadable', message, {}, cause === undefined ? undefined : { cause });
}

/** Whether anything but comments and instructions stands before the root, the only place for a document type. */
function hasDocumentType(xml: string): boolean {
  const closing = (after: number, mark: string) => {
    const at = xml.indexOf(mark, after);
    return at === -1 ? xml.length : at + mark.length;
  };
  let at = 0;
  for (;;) {
    at = xml.indexOf('<', at);
    if (at === -1) return false;
    if (xml.startsWith('<?', at)) at = closing(at, '?>');
    else if (xml.startsWith('<!--', at)) at = closing(at, '-->');
    else return xml.startsWith('<!', at);
  }
}

import { DisclosureError, type Label } from 'disclosure-contract';
import { flowOfJson, flowSchema, type Flow } from 'disclosure-contract/flow';

/** What was found in a file: a flow with what could not be taken over, or why there is none. */
export type ReadFile =
  | { readonly name: string; readonly flow: Flow; readonly notes: readonly Label[] }
  | { readonly name: string; readonly refusal: string };

const LONGEST_NAME = 60;

/** Reads a file that somebody chose: BPMN 2.0 or JSON, by how it begins. */
export async function readFlowFile(file: Pick<File, 'name' | 'text'>): Promise<ReadFile> {
  const name =
    file.name
      .replace(/\.\w+$/, '')
      .trim()
      .slice(0, LONGEST_NAME) || file.name.slice(0, LONGEST_NAME);
  try {
    const text = await file.text();
    if (
      !text
        .trimStart()
        .replace(/^\uFEFF/, '')
        .startsWith('<')
    )
      return { name, flow: flowOfJson(text), notes: [] };
    const { flowOfBpmn } = await import('../exchange');
    const { flow, notes } = await flowOfBpmn(text);
    return { name, flow: flowSchema.parse(flow), notes: notes.map(({ message }) => message) };
  } catch (error) {
    if (error instanceof DisclosureError) return { name, refusal: error.message };
    throw error;
  }
}

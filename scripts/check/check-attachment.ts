import { allAtOnce, checkFilePartsInSlices, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';

/** Endings of files that are read as the gate reads attachments. */
export const ATTACHMENT_ENDINGS = ['.docx', '.xlsx', '.pptx', '.pdf', '.ofd', '.csv'] as const;

/** What the text of an attachment says, with its comments and what is hidden in it. Needs the built plugin. */
export async function checkAttachment(bytes: Buffer, place: string, context: CheckContext): Promise<Finding[]> {
  const { inspectFile } = await import('strapi-plugin-disclosure/attachments');
  const { parts } = await inspectFile(bytes);
  return allAtOnce(checkFilePartsInSlices({ place, name: place }, parts, context));
}

import type { Core } from '@strapi/strapi';
import { DisclosureError } from 'disclosure-contract';
import { ScannerError } from '../attachments/clamav.ts';
import { noteFindings } from '../domain/attachment-findings.ts';
import { toStrapiError } from '../errors.ts';
import { sha256OfFile } from '../services/file-store.ts';
import type { Services } from '../services/index.ts';
import { guardIncomingFiles, type IncomingFile } from '../strapi-access.ts';

/**
 * Every file that comes into the media library, by upload or in the place of another, is judged by its content first. What
 * it says is read on this occasion too, so that a publication finds it read.
 */
export function installUploadGate(strapi: Core.Strapi, { inspections }: Services): void {
  guardIncomingFiles(strapi, async (file) => {
    try {
      await judge(file);
    } catch (error) {
      throw toStrapiError(error);
    }
  });

  async function judge({ filepath, originalFilename }: IncomingFile): Promise<void> {
    const name = originalFilename.normalize();
    const inspection = await inspections.of(await sha256OfFile(filepath), filepath);
    const isInfected = (await scan(filepath, name)) === 'infected';
    const file = { place: 'attachments', name, accessibleText: null, inspection, isInfected } as const;
    const error = noteFindings(file).find(({ severity }) => severity === 'error');
    if (error === undefined) return;
    const where = error.part === null || error.part === name ? '' : `（${error.part}）`;
    throw new DisclosureError('attachment_refused', `不能上传“${name}”${where}：${error.message.zh}`);
  }

  async function scan(path: string, name: string) {
    try {
      return await inspections.scan(path);
    } catch (error) {
      if (!(error instanceof ScannerError)) throw error;
      strapi.log.error(error.message);
      const message = `杀毒软件没有响应，不能上传“${name}”。请联系管理员。`;
      throw new DisclosureError('scanner_unreachable', message, {}, { cause: error });
    }
  }
}

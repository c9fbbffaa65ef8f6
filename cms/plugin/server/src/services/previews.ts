import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import {
  addresses as paths,
  dayInChina,
  DisclosureError,
  type Attachment,
  type Item,
  type PreviewEffect,
  type PreviewRequest,
} from 'disclosure-contract';
import { z } from 'zod';
import type { ItemWithRelations, PreviewFile, PreviewRow, Reach, SiteNodeRow } from '../content-types/rows.ts';
import { findProblems } from '../domain/completeness.ts';
import { versionOf } from '../domain/payloads.ts';
import { mayAsk, previewPage, previewStyles } from '../domain/preview-page.ts';
import { recordProblems } from '../domain/record-problems.ts';
import { sha256 } from '../domain/sha256.ts';
import { admits, reachOf } from '../domain/travel.ts';
import { refuse } from '../errors.ts';
import { PREVIEW } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { Drafts } from './drafts.ts';
import { askForPreview, assetOf, type SiteAsset } from './preview-nodes.ts';
import { publishing } from './publication-lock.ts';
import type { PublishedFilesService } from './published-files.ts';
import type { Register } from './register.ts';
import type { SiteNodes } from './site-nodes.ts';

export const PREVIEW_LIFESPAN_MS = 30 * 60_000;
/** The oldest goes when there are more: previews are drafts, and a table of them is no archive. */
const MOST_PREVIEWS = 200;
/** 128 bits: nobody guesses an address. */
const TOKEN_BYTES = 16;
const TOKEN = /^[\w-]{22}$/;

/** What is asked is whether it can be shown, not whether it may be published. */
const ANY_RECORD = { codeScheme: 'free', fileNames: new Set<string>() } as const;

/** Fields without which there is no page to show. */
const NEEDED: ReadonlySet<string> = new Set(['title', 'categories', 'publisher', 'subject', 'genre']);

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly register: Register;
  readonly addresses: Addresses;
  readonly changes: Changes;
  readonly files: PublishedFilesService;
  readonly nodes: SiteNodes;
  readonly audit: Audit;
}

/** A preview as whoever asked for it gets it. */
export interface MadePreview {
  /** Private address, a path of the CMS. */
  readonly url: string;
  readonly expiresAt: string;
  /** What publishing the draft would change on the site that rendered it. */
  readonly effect: PreviewEffect;
  /** What withdrawing the item would change; null where nothing is public. */
  readonly withdrawalEffect: PreviewEffect | null;
  /** Name of the node that rendered it. */
  readonly node: string;
}

interface Version {
  readonly item: Item;
  readonly files: readonly PreviewFile[];
}

/** Drafts as the public would see them: rendered by a site node, kept here for half an hour behind a private address. */
export const createPreviews = ({ strapi, drafts, register, addresses, changes, files, nodes, audit }: Parts) => {
  const rows = table(strapi, PREVIEW);

  /** The version that publishing the draft at this moment would make. */
  async function versionAt(draft: ItemWithRelations, at: string): Promise<Version> {
    const { documentId, originalDate } = draft;
    const described = await drafts.describe(draft);
    const shown = await files.measure(draft.attachments ?? [], draft.body ?? '');
    const registration = await register.foresee({ documentId, prefix: described.indexPrefix ?? '', at, originalDate });
    const book = await addresses.foresee({
      documentId,
      title: draft.title ?? '',
      formerTitle: (await changes.latestOf(documentId))?.title ?? null,
      written: draft.slug === '' ? null : draft.slug,
      reach: reachOf(draft),
    });
    const former = await changes.formerVersion(documentId, reachOf(draft));
    try {
      return {
        item: versionOf(draft, { ...shown, readings: [], book, registration, former, contentHash: null, at }),
        files: filesOf(shown),
      };
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const problems = [
        ...findProblems(described, dayInChina(at)).filter(({ path }) => NEEDED.has(path)),
        ...recordProblems(draft.record, ANY_RECORD).filter(({ code }) => code === 'record_incomplete'),
      ];
      return refuse('preview_incomplete', '还不能预览：请先填好这几项并保存。', problems);
    }
  }

  /** A draft goes to no node that its version would not travel to. Those of the office come first. */
  async function nodesFor(reach: Reach): Promise<SiteNodeRow[]> {
    if (reach === 'none') {
      throw new DisclosureError(
        'preview_unavailable',
        '这一事项不在网站公开（依申请公开、不予公开，或者公开方式、公开范围未填），没有页面可以预览。',
      );
    }
    const admitted = (await nodes.all()).filter((node) => admits(reach, node.audience));
    return [
      ...admitted.filter((node) => node.audience === 'staff'),
      ...admitted.filter((node) => node.audience !== 'staff'),
    ];
  }

  async function keep(row: Omit<PreviewRow, 'id' | 'documentId'>, at: string): Promise<void> {
    await publishing(strapi, async () => {
      await rows.deleteMany({ where: { expiresAt: { $lt: at } } });
      await rows.create({ data: { ...row } });
      const surplus = await rows.findMany({
        select: ['id'],
        orderBy: { id: 'desc' },
        offset: MOST_PREVIEWS,
        limit: MOST_PREVIEWS,
      });
      if (surplus.length > 0) await rows.deleteMany({ where: { id: { $in: surplus.map(({ id }) => id) } } });
      await audit.record({ event: 'item_previewed', subject: `item:${row.subject}`, detail: {} });
    });
  }

  return {
    /** Has the saved draft of an item rendered. Throws with what to do when there is no preview to be had. */
    async make(documentId: string): Promise<MadePreview> {
      const draft = await drafts.load(documentId);
      if (draft === null) throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
      const now = Date.now();
      const at = new Date(now).toISOString();
      const expiresAt = new Date(now + PREVIEW_LIFESPAN_MS).toISOString();
      const asked = await nodesFor(reachOf(draft));
      const version = await versionAt(draft, at);
      const request: PreviewRequest = { id: randomUUID(), item: version.item, expiresAt };
      const { node, answer } = await askForPreview(asked, JSON.stringify(request));

      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const page = previewPage(answer.html, {
        siteUrl: answer.siteUrl.replace(/\/+$/, ''),
        page: paths.item(version.item.slug, draft.type),
      });
      const row = {
        ...page,
        tokenHash: sha256(token),
        subject: documentId,
        files: version.files,
        node: node.documentId,
        expiresAt,
      };
      await keep(row, at);
      const { effect, withdrawalEffect } = answer;
      return { url: `/disclosure/previews/${token}/`, expiresAt, effect, withdrawalEffect, node: node.name };
    },

    /** The preview of a private address, or why there is none. */
    async find(token: string): Promise<PreviewRow | 'unknown' | 'expired'> {
      const row = TOKEN.test(token) ? await rows.findOne({ where: { tokenHash: sha256(token) } }) : null;
      if (row === null) return 'unknown';
      return new Date(row.expiresAt).getTime() > Date.now() ? row : 'expired';
    },

    /** A file of the draft by its name on the page. */
    async file(preview: PreviewRow, fileName: string): Promise<{ bytes: Readable; mime: string } | null> {
      const file = preview.files.find((each) => each.fileName === fileName);
      const bytes = file === undefined ? null : await files.read(file.url);
      return file === undefined || bytes === null ? null : { bytes, mime: file.mime };
    },

    /** A style or a picture of the site, for paths that the page uses and no others. */
    async asset(preview: PreviewRow, path: string): Promise<SiteAsset | null> {
      if (!mayAsk(path, preview.assets)) return null;
      const node = (await nodes.all()).find((each) => each.documentId === preview.node);
      const asset = node === undefined ? null : await assetOf(node, path);
      if (asset === null || !asset.contentType.startsWith('text/css')) return asset;
      return { ...asset, body: Buffer.from(previewStyles(asset.body.toString('utf8'), path)) };
    },
  };
};

function filesOf({
  attachments,
  fileNames,
}: {
  attachments: readonly Attachment[];
  fileNames: ReadonlyMap<string, string>;
}): PreviewFile[] {
  return [...fileNames].flatMap(([url, fileName]) => {
    const attachment = attachments.find((each) => each.fileName === fileName);
    return attachment === undefined ? [] : [{ fileName, url, mime: attachment.mime }];
  });
}

export type Previews = ReturnType<typeof createPreviews>;

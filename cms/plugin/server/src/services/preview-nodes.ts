import { setTimeout as sleep } from 'node:timers/promises';
import {
  addresses,
  DisclosureError,
  LONGEST_PREVIEW_REQUEST,
  previewAnswerSchema,
  previewRefusalSchema,
  type PreviewAnswer,
} from 'disclosure-contract';
import type { SiteNodeRow } from '../content-types/rows.ts';
import { signedHeaders } from '../domain/signed-headers.ts';

const TIMEOUT_MS = 15_000;
/** A node renders one preview at a time and says so. */
const TRIES_WHEN_BUSY = 4;
const PAUSE_WHEN_BUSY_MS = 700;
const ASSET_TIMEOUT_MS = 5_000;
const LARGEST_ASSET = 5 * 1024 * 1024;

/** Why there is no preview, the most telling first: what a node says of the draft counts more than that another is down. */
const FAILURES = ['render_failed', 'preview_mismatch', 'preview_unreachable', 'preview_unavailable'] as const;
type Failure = (typeof FAILURES)[number];

const MESSAGES: Readonly<Record<Failure, string>> = {
  render_failed: '网站在生成这一页时出错，请把错误代码告诉网站维护人员；草稿没有受影响。',
  preview_mismatch: '网站节点与后台的版本不同，无法预览。请把两边升级到同一版本。',
  preview_unreachable: '网站节点没有回应预览请求。请稍后重试；仍不行的，请管理员检查节点是否运行、令牌是否一致。',
  preview_unavailable: '没有开启预览的网站节点。请管理员在内网节点上设置 PREVIEW=1，并在“公开平台”中填好它的通知地址。',
};

/** Asks nodes in turn for a preview, and gives the first. Throws with what went wrong most tellingly. */
export async function askForPreview(
  nodes: readonly SiteNodeRow[],
  body: string,
): Promise<{ node: SiteNodeRow; answer: PreviewAnswer }> {
  if (Buffer.byteLength(body) > LONGEST_PREVIEW_REQUEST) {
    throw new DisclosureError('preview_unavailable', '这一事项的正文超过 2 MB，无法预览。请把大表格或图片改为附件。');
  }
  const failures: { code: Failure; cause: string | null }[] = [];
  for (const node of nodes) {
    const outcome = await ask(node, body);
    if ('answer' in outcome) return { node, answer: outcome.answer };
    failures.push(outcome);
  }
  const code = FAILURES.find((each) => failures.some((failure) => failure.code === each)) ?? 'preview_unavailable';
  const cause = failures.find((failure) => failure.code === code)?.cause ?? null;
  throw new DisclosureError(code, cause === null ? MESSAGES[code] : `${MESSAGES[code]}（${cause}）`, { cause });
}

type Outcome = { readonly answer: PreviewAnswer } | { readonly code: Failure; readonly cause: string | null };

async function ask(node: SiteNodeRow, body: string): Promise<Outcome> {
  const url = addressAt(node, addresses.preview());
  if (url === null) return { code: 'preview_unavailable', cause: null };
  try {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(url, {
        method: 'POST',
        headers: signedHeaders(node.nudgeKey, body, new Date()),
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status !== 503 || tries === TRIES_WHEN_BUSY) return await outcomeOf(response);
      await response.body?.cancel();
      await sleep(PAUSE_WHEN_BUSY_MS);
    }
  } catch (error) {
    return { code: 'preview_unreachable', cause: error instanceof Error ? error.name : null };
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response;
  const text = await response.text();
  if (status === 200) {
    const { data } = previewAnswerSchema.safeParse(jsonOf(text));
    return data === undefined ? { code: 'preview_mismatch', cause: null } : { answer: data };
  }
  // A node of an older version does not know the address either.
  if (status === 404 || status === 405) return { code: 'preview_unavailable', cause: null };
  const { data: refusal } = previewRefusalSchema.safeParse(jsonOf(text));
  if (refusal?.error === 'preview_mismatch') return { code: 'preview_mismatch', cause: null };
  if (refusal !== undefined) return { code: 'render_failed', cause: refusal.error };
  return { code: 'preview_unreachable', cause: `HTTP ${status}` };
}

export interface SiteAsset {
  readonly body: Buffer;
  readonly contentType: string;
}

/** A style or a picture of a node's build, or null: nothing else is taken over. */
export async function assetOf(node: SiteNodeRow, path: string): Promise<SiteAsset | null> {
  const url = addressAt(node, path);
  if (url === null) return null;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ASSET_TIMEOUT_MS) });
    const contentType = response.headers.get('content-type') ?? '';
    const isWanted = response.ok && /^(?:text\/css|image\/|font\/)/.test(contentType);
    if (!isWanted || Number(response.headers.get('content-length') ?? 0) > LARGEST_ASSET) {
      await response.body?.cancel();
      return null;
    }
    const body = Buffer.from(await response.arrayBuffer());
    return body.length > LARGEST_ASSET ? null : { body, contentType };
  } catch {
    return null;
  }
}

/** An address of a node, from where it is nudged: that is how the CMS reaches it. */
function addressAt({ nudgeUrl }: SiteNodeRow, path: string): string | null {
  if (nudgeUrl === null) return null;
  const url = new URL(nudgeUrl);
  const below = url.pathname.endsWith(addresses.nudge()) ? url.pathname.slice(0, -addresses.nudge().length) : '';
  return `${url.origin}${below}${path}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
